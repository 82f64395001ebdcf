/** How the kit's tests are written: the annotations, what they are handed, and how their verdicts are recorded. */
@NullMarked
package io.xuemeng.conformance.junit;

import org.jspecify.annotations.NullMarked;
