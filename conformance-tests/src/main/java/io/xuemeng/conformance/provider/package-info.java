/** The role record-provider: what a sender of learner records is asked to send, the store that takes it, and the tests of what came. */
@NullMarked
package io.xuemeng.conformance.provider;

import org.jspecify.annotations.NullMarked;
