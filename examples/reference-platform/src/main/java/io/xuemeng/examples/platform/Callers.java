package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.oidc.Bearer;
import io.xuemeng.examples.platform.oidc.KnownClients;
import io.xuemeng.examples.platform.oidc.Tokens;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.Scope;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request to the store: a system by its name and secret, or whoever shows a token of this platform's (RFC 6750). What a
 * platform stores for a person has both for its authority, the platform and the person (xAPI, Data 2.4.9), so that it reads again what
 * it stored for this person, and nothing else. Thread-safe.
 */
final class Callers {

    /**
     * Who it is.
     *
     * @param caller anonymous when nobody is known by what was shown
     * @param retryAfter when to come again, in seconds, because what was shown was not looked at; null when it was
     */
    record Answer(Caller caller, @Nullable String retryAfter) {}

    private final Clients clients;
    private final @Nullable Tokens tokens;

    /**
     * Callers.
     *
     * @param clients who may use the store by name and secret
     * @param tokens who may use it by token; null when nobody may
     */
    Callers(Clients clients, @Nullable Tokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    /** Whether anybody may use it by token. */
    boolean takesTokens() {
        return tokens != null;
    }

    /**
     * Who shows what a request shows.
     *
     * @param address where it comes from
     */
    Answer authenticate(Headers headers, String address) {
        @Nullable String shown = headers.first("Authorization").orElse(null);
        Optional<String> token = tokens == null ? Optional.empty() : Bearer.token(shown);
        if (tokens != null && token.isPresent()) {
            Caller caller = tokens.verify(token.get()).flatMap(this::caller).orElse(Caller.anonymous());
            return new Answer(caller, null);
        }
        KnownClients.Attempt attempt = clients.authenticate(shown, address);
        Caller caller =
                Optional.ofNullable(attempt.client()).flatMap(clients::caller).orElse(Caller.anonymous());
        return new Answer(caller, attempt.isLookedAt() ? null : attempt.retryAfter());
    }

    private Optional<Caller> caller(AccessToken token) {
        Set<Scope> scopes =
                token.scope().stream().flatMap(word -> Scope.of(word).stream()).collect(Collectors.toUnmodifiableSet());
        if (token.subject().equals(token.client())) {
            return clients.withScopes(token.client(), scopes);
        }
        Group authority = Group.anonymous(
                List.of(Agent.account(token.issuer(), token.client()), Agent.account(token.issuer(), token.subject())));
        return Optional.of(Caller.of(token.client(), authority, scopes));
    }
}
