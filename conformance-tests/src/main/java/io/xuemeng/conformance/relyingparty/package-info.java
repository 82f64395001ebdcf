/** The role of whoever accepts identity tokens: good and forged tokens of an issuer that the kit plays itself, and what is made of them. */
@NullMarked
package io.xuemeng.conformance.relyingparty;

import org.jspecify.annotations.NullMarked;
