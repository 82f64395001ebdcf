package io.xuemeng.identity.claims;

import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.identity.keys.ReplayGuard;
import java.time.Instant;

/** Using one-time values up, with the findings about those that came before. */
public final class OneTimeUse {

    /** The greatest length of a one-time value, in characters. */
    public static final int MAX_LENGTH = 1024;

    private OneTimeUse() {}

    /** Uses a value up, and reports it when it was used before or cannot be remembered. */
    public static void use(
            ReplayGuard guard,
            Claims claims,
            String name,
            String scope,
            String value,
            Instant until,
            Requirement replay) {
        switch (guard.use(scope, value, until)) {
            case FIRST -> {}
            case AGAIN -> claims.report(replay, name);
            case UNKNOWN -> claims.report(ClaimRequirement.ONCE_REMEMBERED, name);
        }
    }
}
