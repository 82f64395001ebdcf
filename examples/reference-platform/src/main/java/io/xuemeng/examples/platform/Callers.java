package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.oidc.Bearer;
import io.xuemeng.examples.platform.oidc.Tokens;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.lrs.server.Authenticator;
import io.xuemeng.lrs.server.Caller;
import io.xuemeng.lrs.server.Headers;
import io.xuemeng.lrs.server.Scope;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who makes a request to the store: a system by its name and secret, or whoever shows a token of this platform's (RFC 6750). What a
 * platform stores for a person has both for its authority, the platform and the person (xAPI, Data 2.4.9), so that it reads again what
 * it stored for this person, and nothing else. Thread-safe.
 */
final class Callers implements Authenticator {

    private final Clients clients;
    private final Tokens tokens;

    Callers(Clients clients, Tokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public Caller authenticate(Headers headers) {
        Optional<String> shown = Bearer.token(headers.first("Authorization").orElse(null));
        return shown.isEmpty()
                ? clients.authenticate(headers)
                : tokens.verify(shown.get()).flatMap(this::caller).orElse(Caller.anonymous());
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
