/** The samples that the kit ships, and the packages that it makes of them for a validator to judge. */
@NullMarked
package io.xuemeng.conformance.sample;

import org.jspecify.annotations.NullMarked;
