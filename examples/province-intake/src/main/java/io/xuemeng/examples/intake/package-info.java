/**
 * The province's intake tool, {@code xuemeng-intake}: its command line, the walk over its inputs, and the batch that judges
 * them on all cores.
 */
@NullMarked
package io.xuemeng.examples.intake;

import org.jspecify.annotations.NullMarked;
