package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.host.Host;
import io.xuemeng.conformance.role.NoAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the kit is told that somebody signed out (OpenID Connect Back-Channel Logout 1.0, 2.5): at a path of a host, as long as that is
 * open. It takes whatever comes; the tests judge it. Thread-safe.
 */
public final class LogoutInbox {

    private final String address;
    private final List<Host.Received> notices = new ArrayList<>();

    private LogoutInbox(String address) {
        this.address = address;
    }

    /** One at a path of a host. */
    public static LogoutInbox on(Host host, String path) {
        LogoutInbox inbox = new LogoutInbox(host.address(path));
        host.receive(path, inbox::add);
        return inbox;
    }

    /** What is registered as {@code backchannel_logout_uri}. */
    public String address() {
        return address;
    }

    private void add(Host.Received notice) {
        synchronized (notices) {
            notices.add(notice);
            notices.notifyAll();
        }
    }

    /** The logout token of a form; empty when there is none. */
    static String token(Host.Received notice) {
        return Web.query(notice.body()).getOrDefault("logout_token", "");
    }

    /** How many came until now. */
    int count() {
        synchronized (notices) {
            return notices.size();
        }
    }

    /**
     * The first after so many that is about the session of an ID token: an issuer may tell of others too. When none such comes in that
     * time, the first of all; empty when none comes.
     */
    Optional<Host.Received> about(String idToken, int count, Duration patience) {
        JsonNode session = Json.claims(idToken);
        long end = System.nanoTime() + patience.toNanos();
        synchronized (notices) {
            int seen = count;
            while (true) {
                for (; seen < notices.size(); seen++) {
                    if (isAbout(session, notices.get(seen))) {
                        return Optional.of(notices.get(seen));
                    }
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return notices.stream().skip(count).findFirst();
                }
                try {
                    notices.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw NoAnswerException.of("command.interrupted");
                }
            }
        }
    }

    /** Whether it names the session, or the person where either names no session; one to compare with nothing is taken as it is. */
    private static boolean isAbout(JsonNode session, Host.Received notice) {
        JsonNode told = Json.claims(token(notice));
        String name = session.has("sid") && told.has("sid") ? "sid" : "sub";
        return !session.has(name) || told.path(name).equals(session.path(name));
    }
}
