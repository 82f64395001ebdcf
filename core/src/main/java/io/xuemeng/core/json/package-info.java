/**
 * JSON that nobody has checked yet: a strict pull reader with limits and places, a writer, and values kept exactly as they
 * were found.
 */
@NullMarked
package io.xuemeng.core.json;

import org.jspecify.annotations.NullMarked;
