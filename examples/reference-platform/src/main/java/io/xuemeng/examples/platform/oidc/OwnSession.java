package io.xuemeng.examples.platform.oidc;

import io.xuemeng.examples.platform.account.Account;
import io.xuemeng.examples.platform.web.Secrets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody of this platform's own is signed in, in one browser: what the session led to is noted, so that it ends everywhere when it
 * ends here. Thread-safe; {@code toString} says nothing of the person.
 */
final class OwnSession {

    /**
     * A platform that was reached.
     *
     * @param client the platform
     * @param subject what it knows the person by
     */
    record Reached(Client client, String subject) {}

    private final Account account;
    /** What ID tokens and logout tokens call it; not what the cookie says, which is a secret. */
    private final String sid = Secrets.random();

    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private Instant authenticatedAt;
    private boolean ended;

    OwnSession(Account account, Instant authenticatedAt) {
        this.account = account;
        this.authenticatedAt = authenticatedAt;
    }

    Account account() {
        return account;
    }

    synchronized Instant authenticatedAt() {
        return authenticatedAt;
    }

    /** The same person typed the password again. */
    synchronized void authenticatedAgain(Instant when) {
        authenticatedAt = when;
    }

    String sid() {
        return sid;
    }

    /** Notes that a platform was reached; false when the session is over, and then nothing is to be issued. */
    synchronized boolean reach(Client client, String subject) {
        if (!ended) {
            reached.put(client.id(), new Reached(client, subject));
        }
        return !ended;
    }

    /** Whether a platform was reached before, so that the person knows what it is told. */
    synchronized boolean hasReached(Client client) {
        return reached.containsKey(client.id());
    }

    /** Ends it; returns whom to tell. */
    synchronized List<Reached> end() {
        ended = true;
        return List.copyOf(reached.values());
    }

    @Override
    public String toString() {
        return "OwnSession";
    }
}
