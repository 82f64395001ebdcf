package io.xuemeng.identity.session;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A client's request to sign somebody out, verified (OpenID Connect RP-Initiated Logout 1.0). Immutable; {@code toString} says nothing of
 * the person.
 *
 * @param client who asks; null when nobody said, and then the person is to be asked whether to sign out
 * @param subject whom it names; null when it names nobody
 * @param session {@code sid} of the ID token it came with; null when there was none
 * @param returnTo where the person goes afterwards, with the state; null when the person stays
 */
public record LogoutRequest(
        @Nullable String client,
        @Nullable String subject,
        @Nullable String session,
        @Nullable URI returnTo) {

    /** The client. */
    @Override
    public String toString() {
        return "LogoutRequest[" + client + "]";
    }
}
