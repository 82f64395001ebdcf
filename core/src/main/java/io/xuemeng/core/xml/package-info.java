/**
 * XML that nobody has checked yet: one hardened reader with limits, line and column, elements kept as they were found, and
 * a writer that refuses what XML cannot hold.
 */
@NullMarked
package io.xuemeng.core.xml;

import org.jspecify.annotations.NullMarked;
