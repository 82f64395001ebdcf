/** What a run gives: verdicts of tests, requirements and roles, with the exchanges that show why. Knows nothing of how they came about. */
@NullMarked
package io.xuemeng.conformance.result;

import org.jspecify.annotations.NullMarked;
