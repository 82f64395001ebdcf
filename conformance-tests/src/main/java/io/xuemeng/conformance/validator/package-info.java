/** The role package-validator: what a validator is asked, what it must answer to each sample, and its tests. */
@NullMarked
package io.xuemeng.conformance.validator;

import org.jspecify.annotations.NullMarked;
