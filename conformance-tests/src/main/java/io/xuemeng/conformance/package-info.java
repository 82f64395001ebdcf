/**
 * The conformance kit: whether a platform does what the standards and this project's written profile ask of its roles. Here
 * stands what a vendor's own JUnit build extends; the command line is in {@code cli}.
 */
@NullMarked
package io.xuemeng.conformance;

import org.jspecify.annotations.NullMarked;
