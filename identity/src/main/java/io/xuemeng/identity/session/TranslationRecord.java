package io.xuemeng.identity.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of each attempt to translate a subject, granted or not: 审计记录. It names the person only by the subject that was
 * given. Immutable.
 *
 * @param at when
 * @param client who asked
 * @param fromSector the sector of the subject that was given
 * @param toSector the sector of the one that was asked for
 * @param subject the subject that was given
 * @param consent the id of the consent; null when there was none
 * @param granted whether the other subject was told
 * @param reason the id of the requirement that was broken; null when it was granted
 */
public record TranslationRecord(
        Instant at,
        String client,
        String fromSector,
        String toSector,
        String subject,
        @Nullable String consent,
        boolean granted,
        @Nullable String reason) {}
