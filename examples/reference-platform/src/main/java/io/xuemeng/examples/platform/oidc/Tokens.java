package io.xuemeng.examples.platform.oidc;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.identity.keys.PairwiseSubjects;
import io.xuemeng.identity.session.Revocations;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.TokenIssuer;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import io.xuemeng.lrs.server.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of this platform: what it issues, what it takes back, and what it lets pass. A client gets, and may use, what it is allowed:
 * a system that is known here by name and secret what the operator allowed it, a platform of the federation to store records for the
 * person who signed in, and to read those again. Thread-safe.
 */
public final class Tokens {

    /** The scope that asks for an ID token. */
    static final String OPENID = "openid";

    /** How long access tokens are good. */
    static final Duration ACCESS_LIFETIME = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Set<Scope> FEDERATED = EnumSet.of(Scope.STATEMENTS_WRITE, Scope.STATEMENTS_READ_MINE);
    private static final int REVOCATIONS = 1_000_000;

    private final Entity entity;
    private final Function<String, Optional<Set<Scope>>> knownClients;
    private final PairwiseSubjects subjects;
    private final TokenIssuer issuer;
    private final TokenIssuer sm2Issuer;
    private final TokenVerifier own;
    private final Revocations revocations;

    /**
     * The tokens of a platform.
     *
     * @param knownClients what a client that is known by name may do; empty for one that is not
     */
    public Tokens(Entity entity, Function<String, Optional<Set<Scope>>> knownClients, Clock clock) {
        this.entity = entity;
        this.knownClients = knownClients;
        this.subjects = PairwiseSubjects.of(DigestAlgorithm.SM3, entity.keys().pairwiseSalt());
        this.issuer = TokenIssuer.of(entity.id())
                .signer(entity.keys().provider(), Entity.keyId(entity.keys().provider()))
                .accessTokenLifetime(ACCESS_LIFETIME)
                .clock(clock)
                .build();
        this.sm2Issuer = TokenIssuer.of(entity.id())
                .signer(entity.keys().providerSm2(), Entity.keyId(entity.keys().providerSm2()))
                .clock(clock)
                .build();
        // The platform is its own resource server: its tokens are for itself, and it takes nobody else's.
        this.own = TokenVerifier.forIssuer(entity.id())
                .keys(JwkSet.of(
                        Jwk.of(entity.keys().provider()), Jwk.of(entity.keys().providerSm2())))
                .algorithms(SignatureAlgorithm.ES256, SignatureAlgorithm.SM2_SM3)
                .audience(entity.id())
                .longestLifetime(ACCESS_LIFETIME)
                .clock(clock)
                .build();
        this.revocations = Revocations.withCapacity(REVOCATIONS, ACCESS_LIFETIME, clock);
    }

    /** What a client knows a person by. */
    String subject(Client client, OwnSession session) {
        return subjects.subject(client.sector(), session.account().name());
    }

    /** What of a scope a client gets: the rest is left out, which the answer says (RFC 6749, 3.3). */
    Set<String> grantable(String client, String scope) {
        Set<String> granted = new LinkedHashSet<>();
        for (String word : scope.split(" ")) {
            boolean openid = word.equals(OPENID) && knownClients.apply(client).isEmpty();
            if (openid || Scope.of(word).filter(asked -> mayHave(client, asked)).isPresent()) {
                granted.add(word);
            }
        }
        return granted;
    }

    private boolean mayHave(String client, Scope scope) {
        Set<Scope> allowed = knownClients.apply(client).orElse(FEDERATED);
        return allowed.contains(scope)
                || allowed.contains(Scope.ALL)
                || (scope == Scope.STATEMENTS_READ_MINE && allowed.contains(Scope.STATEMENTS_READ));
    }

    /**
     * What a client gets for a code.
     *
     * @param scope what the access token is good for
     */
    record Issued(String idToken, String accessToken, Set<String> scope) {

        /** The scope. */
        @Override
        public String toString() {
            return "Issued" + scope;
        }
    }

    /** Says to a client who signed in, and lets it act for that person. */
    Issued issue(Grant grant) throws SigningException {
        String accessToken = issuer.issue(AccessToken.draft(
                        subject(grant.client(), grant.session()), grant.client().id(), entity.id())
                .scope(grant.scope().toArray(String[]::new))
                .authenticatedAt(grant.session().authenticatedAt())
                .education(grant.session().account().education()));
        return new Issued(idToken(grant, accessToken), accessToken, grant.scope());
    }

    /** An access token with which a client acts for itself. */
    String accessToken(String client, Set<String> scope) throws SigningException {
        return issuer.issue(AccessToken.draft(client, client, entity.id()).scope(scope.toArray(String[]::new)));
    }

    private String idToken(Grant grant, String accessToken) throws SigningException {
        OwnSession session = grant.session();
        IdToken.Draft draft = IdToken.draft(
                        subject(grant.client(), session), grant.client().id())
                .authenticatedAt(session.authenticatedAt())
                .authenticationMethods(List.of("pwd"))
                .session(session.sid())
                .accessToken(accessToken)
                .education(session.account().education());
        @Nullable String nonce = grant.nonce();
        if (nonce != null) {
            draft.nonce(nonce);
        }
        return issuerFor(grant.client()).issue(draft);
    }

    /** The word to a client that somebody signed out. */
    String logoutToken(OwnSession.Reached reached, String sid) throws SigningException {
        return issuerFor(reached.client())
                .issueLogout(reached.subject(), sid, reached.client().id());
    }

    private TokenIssuer issuerFor(Client client) {
        return client.sm2() ? sm2Issuer : issuer;
    }

    /** Verifies ID tokens of its own that clients hand back. */
    TokenVerifier own() {
        return own;
    }

    /**
     * Verifies an access token that somebody shows.
     *
     * @return what it says; empty when it is not to be believed, was taken back, or says more than its client may have: that token
     *     should never have been issued, so nothing of it counts
     */
    public Optional<AccessToken> verify(String compact) {
        Verified<AccessToken> verified = revocations.checkAccess(own.verifyAccess(compact));
        if (!verified.isAccepted()) {
            LOG.atWarn().addKeyValue("findings", verified.findings()).log("an access token was refused");
            return Optional.empty();
        }
        AccessToken token = verified.orElseThrow();
        boolean broad = token.scope().stream()
                .flatMap(word -> Scope.of(word).stream())
                .anyMatch(scope -> !mayHave(token.client(), scope));
        // This platform binds no token to a key; one that says it is bound would need a proof that nobody asks for
        // here.
        if (broad || token.keyThumbprint() != null) {
            LOG.atWarn().addKeyValue("client", token.client()).log("an access token says more than it may");
            return Optional.empty();
        }
        return Optional.of(token);
    }

    /** Takes an access token back. */
    void revoke(String accessToken) {
        own.verifyAccess(accessToken)
                .claims()
                .ifPresent(token -> revocations.revokeToken(token.issuer(), token.id(), token.expiresAt()));
    }

    /** Takes back all access tokens that a client has for a person. */
    void revokeAll(OwnSession.Reached reached) {
        revocations.revokeSubject(entity.id(), reached.subject());
    }
}
