/**
 * The platform as an issuer (OpenID Provider): it signs its own people in, for itself and for other platforms of the federation, issues
 * tokens, and signs people out everywhere. What a client may do is decided in one place, {@link
 * io.xuemeng.examples.platform.oidc.Tokens}.
 */
@NullMarked
package io.xuemeng.examples.platform.oidc;

import org.jspecify.annotations.NullMarked;
