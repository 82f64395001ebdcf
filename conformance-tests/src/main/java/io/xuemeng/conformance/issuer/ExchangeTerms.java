package io.xuemeng.conformance.issuer;

import org.jspecify.annotations.Nullable;

/**
 * What the kit needs to exchange tokens about people (RFC 8693). The first test user consented that the kit's sector and that of the
 * audience are connected. Immutable.
 *
 * @param audience the client for whom a token is asked, in another sector than the kit
 * @param withoutConsent a user who did not consent
 * @param minor a user under 14 for whom no guardian consented, whatever the child said; null when there is none
 */
public record ExchangeTerms(
        String audience, TestUser withoutConsent, @Nullable TestUser minor) {}
