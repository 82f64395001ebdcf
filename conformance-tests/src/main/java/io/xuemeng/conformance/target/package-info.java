/** The target file: which platform is tested, in which roles, and where its secrets come from. */
@NullMarked
package io.xuemeng.conformance.target;

import org.jspecify.annotations.NullMarked;
