package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.oidc.KnownClients;
import io.xuemeng.examples.platform.web.NetworkAddress;
import io.xuemeng.examples.platform.web.Places;
import io.xuemeng.identity.session.LoginThrottle;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Scope;
import io.xuemeng.lrs.statement.Agent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the store, by Basic authentication (RFC 7617). No secret is kept: of those on the command line a keyed hash, whose key
 * lives as long as the process; of those in a file the slow hash that stands there, and once a secret was right, a keyed hash too, so
 * that the slow one is computed once and not for each request. Hashes are compared in constant time.
 *
 * <p>Whoever shows wrong secrets has to wait, by the name of the system and the network address together: a system with a wrong secret
 * keeps no other one out that comes from the same address, and nobody elsewhere can keep a system out whose secret was right once. Until
 * then the slow hash is in the way. A few of these are computed at once, none for a name and address that failed too often; a number of
 * requests wait for that, for some seconds at most, and only a part of them may have the same name and address. Whoever finds no place is
 * told to come again, which does not count as a failure. Thread-safe.
 */
final class Clients implements KnownClients {

    private static final String SCHEME = "Basic ";
    private static final int KEY_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final int WAITING = 60;

    /** Of one name and address: enough for the first requests of a system, too few to keep others waiting for long. */
    private static final int WAITING_ALIKE = 16;

    private static final Duration LONGEST_TURN = Duration.ofSeconds(10);
    private static final int FREE_FAILURES = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /**
     * Whoever mends a secret is let in soon. Failures are forgotten after as long, so that an address has some twenty guesses in a minute:
     * enough for a word, and for no secret that was made by chance.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private record Client(Caller caller, @Nullable SecretHash slow) {}

    private final SecretKeySpec key;
    private final String homePage;
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final Places waiting = new Places(WAITING, WAITING_ALIKE);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final LoginThrottle throttle;

    /**
     * Nobody yet.
     *
     * @param homePage the home page of the accounts that statements get as their authority
     */
    Clients(String homePage) {
        this(homePage, Clock.systemUTC());
    }

    /** The same by another clock. */
    Clients(String homePage, Clock clock) {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
        this.homePage = homePage;
        this.throttle = LoginThrottle.of(FREE_FAILURES, FIRST_WAIT, LONGEST_WAIT, clock, random);
    }

    void add(String name, String secret, Set<Scope> scopes) {
        add(name, scopes, null);
        known.put(name, keyed(name, secret));
    }

    void add(String name, SecretHash secret, Set<Scope> scopes) {
        add(name, scopes, secret);
    }

    private void add(String name, Set<Scope> scopes, @Nullable SecretHash slow) {
        Caller caller = Caller.of(name, Agent.account(homePage, name), scopes);
        if (clients.putIfAbsent(name, new Client(caller, slow)) != null) {
            throw new IllegalArgumentException(name);
        }
    }

    boolean has(String name) {
        return clients.containsKey(name);
    }

    @Override
    public Optional<Set<Scope>> scopesOf(String name) {
        return Optional.ofNullable(clients.get(name))
                .map(client -> client.caller().scopes());
    }

    /** A client that may do less than it could: it shows a token and not its secret. */
    Optional<Caller> withScopes(String name, Set<Scope> scopes) {
        return Optional.ofNullable(clients.get(name))
                .flatMap(client -> Optional.ofNullable(client.caller().authority()))
                .map(authority -> Caller.of(name, authority, scopes));
    }

    /** A client that may do all it could. */
    Optional<Caller> caller(String name) {
        return Optional.ofNullable(clients.get(name)).map(Client::caller);
    }

    @Override
    public Attempt authenticate(@Nullable String authorization, String address) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Attempt.WRONG;
        }
        String pair;
        try {
            pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not Base64, so no credentials: the answer is the same as to wrong ones.
            return Attempt.WRONG;
        }
        int colon = pair.indexOf(':');
        return colon < 0
                ? Attempt.WRONG
                : attempt(pair.substring(0, colon), pair.substring(colon + 1), NetworkAddress.countedBy(address));
    }

    private Attempt attempt(String name, String secret, String network) {
        String counted = name + '\n' + network;
        Duration wait = throttle.waitFor(counted);
        if (!wait.isZero()) {
            return Attempt.after(wait);
        }
        Client client = clients.get(name);
        if (client == null) {
            return judged(name, counted, false);
        }
        byte[] sent = keyed(name, secret);
        byte[] right = known.get(name);
        SecretHash slow = client.slow();
        if (right != null || slow == null) {
            return judged(name, counted, MessageDigest.isEqual(right, sent));
        }
        if (!waiting.take(counted)) {
            return Attempt.after(FIRST_WAIT);
        }
        try {
            return inTurn(name, counted, () -> slow.matches(secret), sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.after(FIRST_WAIT);
        } finally {
            waiting.leave(counted);
        }
    }

    private Attempt inTurn(String name, String counted, BooleanSupplier slow, byte[] sent) throws InterruptedException {
        if (!turns.tryAcquire(LONGEST_TURN.toSeconds(), TimeUnit.SECONDS)) {
            return Attempt.after(FIRST_WAIT);
        }
        try {
            // Those before may have failed too often meanwhile, or have shown the right secret.
            Duration wait = throttle.waitFor(counted);
            if (!wait.isZero()) {
                return Attempt.after(wait);
            }
            byte[] right = known.get(name);
            boolean matches = right == null ? slow.getAsBoolean() : MessageDigest.isEqual(right, sent);
            if (matches) {
                known.put(name, sent);
            }
            return judged(name, counted, matches);
        } finally {
            turns.release();
        }
    }

    private Attempt judged(String name, String counted, boolean matches) {
        if (!matches) {
            throttle.failed(counted);
        }
        return matches ? Attempt.of(name) : Attempt.WRONG;
    }

    private byte[] keyed(String name, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
