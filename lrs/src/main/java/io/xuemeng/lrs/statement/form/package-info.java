/**
 * The forms of the values in statements: predicates without objects, asked by the records, by their constraints and by the
 * streaming validator alike. Not for users; the module does not export it.
 */
@NullMarked
package io.xuemeng.lrs.statement.form;

import org.jspecify.annotations.NullMarked;
