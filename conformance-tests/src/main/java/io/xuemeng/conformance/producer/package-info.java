/** The role package-producer: what a producer is asked to make, and the tests of what it makes. */
@NullMarked
package io.xuemeng.conformance.producer;

import org.jspecify.annotations.NullMarked;
