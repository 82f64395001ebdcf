/**
 * What arrives from outside, before anyone trusts it: the limits every reader keeps, and the source of bytes that archives
 * are read from.
 */
@NullMarked
package io.xuemeng.core.input;

import org.jspecify.annotations.NullMarked;
