package io.xuemeng.lrs.store;

import java.time.Instant;

/**
 * A statement as it is stored. Immutable, but for the bytes, which nobody changes.
 *
 * @param stored when it was stored
 * @param json its JSON in the format {@code exact}, with everything that an LRS sets; not a copy
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of them pass through; their identity is never compared.
public record StoredStatement(Instant stored, byte[] json) {}
