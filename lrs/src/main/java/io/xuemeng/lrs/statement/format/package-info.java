/**
 * How a store shows statements: with the least that identifies what they name, or with canonical descriptions in one language.
 * Pure functions over the JSON of valid statements.
 */
@NullMarked
package io.xuemeng.lrs.statement.format;

import org.jspecify.annotations.NullMarked;
