/** The role {@code hub}: a trust anchor or an intermediate of a federation, as everybody meets it over HTTP. */
@NullMarked
package io.xuemeng.conformance.hub;

import org.jspecify.annotations.NullMarked;
