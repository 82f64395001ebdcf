/** DPoP (RFC 9449): proofs that whoever uses an access token holds the key that it is bound to. */
@NullMarked
package io.xuemeng.identity.dpop;

import org.jspecify.annotations.NullMarked;
