/** The audit: for each requirement the roles it concerns, whether it can be tested or why not, and the tests that do. */
@NullMarked
package io.xuemeng.conformance.audit;

import org.jspecify.annotations.NullMarked;
