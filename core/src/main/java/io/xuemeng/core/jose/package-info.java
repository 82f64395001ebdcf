/**
 * Signed tokens and the keys for them: strict compact JWS (RFC 7515), JWK and JWK sets (RFC 7517), with SM2 as a declared private
 * profile. No encryption, no HMAC, nothing unsigned.
 */
@NullMarked
package io.xuemeng.core.jose;

import org.jspecify.annotations.NullMarked;
