/** One run of the kit: preflight, the tests of every declared role on the JUnit Platform, probing, and what is concluded. */
@NullMarked
package io.xuemeng.conformance.run;

import org.jspecify.annotations.NullMarked;
