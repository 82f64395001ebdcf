/**
 * What a file of a package really is, whatever its name says, and which label for AI-generated content (GB 45438-2025) it
 * carries. Files are looked at while they stream past, in bounded memory.
 */
@NullMarked
package io.xuemeng.resource.content;

import org.jspecify.annotations.NullMarked;
