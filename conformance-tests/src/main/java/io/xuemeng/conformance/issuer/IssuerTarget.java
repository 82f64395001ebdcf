package io.xuemeng.conformance.issuer;

import io.xuemeng.conformance.http.HttpPlatform;

/**
 * An issuer as the kit talks to it: over HTTP, or in process without sockets. Immutable.
 *
 * @param platform answers what is asked at the issuer's origin; paths begin there
 * @param terms what it was told beforehand
 */
public record IssuerTarget(HttpPlatform platform, IssuerTerms terms) {}
