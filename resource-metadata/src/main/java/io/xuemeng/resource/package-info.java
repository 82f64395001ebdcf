/**
 * The entrance to resource metadata: read a record, write one, validate one. What it works with lies in the packages below:
 * the records in {@code metadata}, profiles in {@code profile}, vocabularies in {@code vocabulary}.
 */
@NullMarked
package io.xuemeng.resource;

import org.jspecify.annotations.NullMarked;
