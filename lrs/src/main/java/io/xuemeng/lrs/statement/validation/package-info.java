/**
 * Reads statements that nobody has checked yet: one pass over the bytes that finds everything wrong with them, with JSON
 * Pointer, line and column, and makes records or an index of what is right.
 */
@NullMarked
package io.xuemeng.lrs.statement.validation;

import org.jspecify.annotations.NullMarked;
