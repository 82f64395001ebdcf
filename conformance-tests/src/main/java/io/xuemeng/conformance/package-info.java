/**
 * The conformance kit. Nothing is here yet: audit, tests, verdicts and reports come with a later release. The tests of this
 * module hold the rules of the house.
 */
@NullMarked
package io.xuemeng.conformance;

import org.jspecify.annotations.NullMarked;
