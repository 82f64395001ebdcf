/**
 * Certificates and whom to trust: reading them and what revokes them, paths to trust anchors (RFC 5280), revocation from lists
 * and responses at hand (RFC 5280, RFC 6960). Nothing is fetched.
 */
@NullMarked
package io.xuemeng.core.crypto.certificate;

import org.jspecify.annotations.NullMarked;
