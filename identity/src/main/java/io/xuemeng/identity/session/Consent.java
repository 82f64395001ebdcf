package io.xuemeng.identity.session;

import java.time.Instant;

/**
 * Somebody's consent to connecting what two sectors know of a person: 同意. Immutable.
 *
 * @param id by which it is found again in the record of consents
 * @param byGuardian whether a parent or guardian gave it
 * @param until when it ends
 */
public record Consent(String id, boolean byGuardian, Instant until) {}
