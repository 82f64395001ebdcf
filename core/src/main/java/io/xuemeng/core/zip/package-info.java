/**
 * The safe zip reader and writer: a reader that believes the central directory only where the local headers, the layout of
 * the file and the inflated content agree with it, and a writer whose archives it finds nothing in.
 */
@NullMarked
package io.xuemeng.core.zip;

import org.jspecify.annotations.NullMarked;
