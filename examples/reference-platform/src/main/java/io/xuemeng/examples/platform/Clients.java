package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.oidc.KnownClients;
import io.xuemeng.lrs.server.Authenticator;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.Scope;
import io.xuemeng.lrs.statement.Agent;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the store, by Basic authentication (RFC 7617). No secret is kept: of those on the command line a keyed hash, whose key
 * lives as long as the process; of those in a file the slow hash that stands there, and once a secret was right, a keyed hash too, so
 * that the slow one is computed once and not for each request. Hashes are compared in constant time. Thread-safe.
 */
final class Clients implements Authenticator, KnownClients {

    private static final int KEY_BYTES = 32;

    private record Client(Caller caller, @Nullable SecretHash slow) {}

    private final SecretKeySpec key;
    private final String homePage;
    private final Map<String, Client> clients = new HashMap<>();
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    /**
     * Nobody yet.
     *
     * @param homePage the home page of the accounts that statements get as their authority
     */
    Clients(String homePage) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        this.homePage = homePage;
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

    @Override
    public Optional<String> authenticate(@Nullable String authorization) {
        return Optional.of(caller(authorization == null ? "" : authorization).name())
                .filter(name -> !name.isEmpty());
    }

    @Override
    public Caller authenticate(Headers headers) {
        return caller(headers.first("Authorization").orElse(""));
    }

    private Caller caller(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Caller.anonymous();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not Base64, so no credentials: the engine says so.
            return Caller.anonymous();
        }
        int colon = pair.indexOf(':');
        return colon < 0 ? Caller.anonymous() : caller(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private Caller caller(String name, String secret) {
        byte[] sent = keyed(name, secret);
        Client client = clients.get(name);
        byte[] right = known.get(name);
        if (client == null) {
            return Caller.anonymous();
        }
        if (right != null) {
            return MessageDigest.isEqual(right, sent) ? client.caller() : Caller.anonymous();
        }
        if (client.slow() != null && client.slow().matches(secret)) {
            known.put(name, sent);
            return client.caller();
        }
        return Caller.anonymous();
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
