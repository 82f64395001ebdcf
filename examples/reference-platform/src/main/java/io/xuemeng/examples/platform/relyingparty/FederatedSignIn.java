package io.xuemeng.examples.platform.relyingparty;

import io.javalin.http.Context;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.ProviderChoice;
import io.xuemeng.examples.platform.web.Cookies;
import io.xuemeng.examples.platform.web.Expiring;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.identity.federation.ClientTokens;
import io.xuemeng.identity.session.PendingSignIn;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has people signed in by their own platform: to the hub, to choose it; to that platform, with a signed request; back here with a code,
 * which is exchanged for a token that says who it is. A sign-in ends in the browser in which it began, or not at all.
 */
final class FederatedSignIn {

    static final String START = "/visit/signin";
    static final String CALLBACK = "/visit/callback";

    private static final Logger LOG = LoggerFactory.getLogger(FederatedSignIn.class);
    private static final String COOKIE = "pending";
    private static final int CAPACITY = 100_000;

    /** What this platform asks for: who it is, and to store records of what the person learns here, at home. */
    private static final String SCOPE = "openid statements/write statements/read/mine";

    private final Entity entity;
    private final ClientTokens client;
    private final CodeExchange exchange;
    private final Issuers issuers;
    private final Visits visits;
    private final Cookies cookies;
    private final Pages pages;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Expiring<PendingSignIn> waiting;

    FederatedSignIn(RelyingParty.Parts parts, Visits visits) {
        this.entity = parts.entity();
        this.visits = visits;
        this.issuers = parts.issuers();
        this.cookies = parts.cookies();
        this.pages = parts.pages();
        this.clock = parts.clock();
        this.client = ClientTokens.of(
                entity.id(), entity.keys().client(), Entity.keyId(entity.keys().client()), clock, random);
        this.exchange = new CodeExchange(entity, client);
        this.waiting = new Expiring<>(CAPACITY, PendingSignIn.TIME_LIMIT, clock);
    }

    /** Begins: without an issuer at the hub's page, with one at that issuer. The hub leads back here with one. */
    void start(Context context) throws SigningException {
        Map<String, String> parameters = Parameters.ofQuery(context).orElse(Map.of());
        String language = pages.language(context).toLanguageTag();
        @Nullable String chosen = parameters.get("iss");
        if (chosen == null) {
            ProviderChoice.address(entity)
                    .ifPresentOrElse(
                            choice -> Pages.redirect(
                                    context,
                                    Parameters.append(choice, Map.of("client_id", entity.id(), "lang", language))),
                            () -> pages.say(context, 502, "unknownIssuer"));
            return;
        }
        Optional<Issuer> issuer = issuers.trusted(chosen);
        Optional<URI> endpoint = issuer.flatMap(known -> known.endpoint("authorization_endpoint"));
        if (endpoint.isEmpty()) {
            pages.say(context, 400, "unknownIssuer");
            return;
        }
        PendingSignIn pending = PendingSignIn.start(chosen, random, clock.instant());
        cookies.set(context, COOKIE, waiting.add(pending));
        String request = client.requestObject(chosen, request(pending, language), List.of());
        Map<String, String> query = new LinkedHashMap<>();
        // Beside the request object only what OpenID Connect wants there; the object is what counts.
        query.put("client_id", entity.id());
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("request", request);
        Pages.redirect(context, Parameters.append(endpoint.get().toString(), query));
    }

    private Map<String, String> request(PendingSignIn pending, String language) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("scope", SCOPE);
        parameters.put("redirect_uri", entity.address(CALLBACK));
        parameters.put("state", pending.state());
        parameters.put("nonce", pending.nonce());
        parameters.put("code_challenge", pending.codeChallenge());
        parameters.put("code_challenge_method", "S256");
        parameters.put("ui_locales", language);
        return parameters;
    }

    /** Ends: the browser comes back with a code. */
    void callback(Context context) throws SigningException {
        Optional<String> cookie = cookies.read(context, COOKIE);
        PendingSignIn pending = cookie.flatMap(waiting::find).orElse(null);
        if (pending == null) {
            pages.say(context, 400, "endedRequest");
            return;
        }
        Optional<Issuer> issuer = issuers.trusted(pending.issuer());
        Verified<String> code = accept(context, pending, issuer);
        if (!code.isAccepted()) {
            LOG.atWarn().addKeyValue("findings", code.findings()).log("an answer to a sign-in was refused");
            pages.say(context, 400, "notSignedIn");
            return;
        }
        if (issuer.isEmpty() || waiting.take(cookie.orElseThrow()).isEmpty()) {
            pages.say(context, 400, "endedRequest");
            return;
        }
        cookies.remove(context, COOKIE);
        try {
            visits.start(context, visit(issuer.get(), pending, code.orElseThrow()));
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("issuer", pending.issuer()).log("a code could not be exchanged", e);
            pages.say(context, 502, "notSignedIn");
            return;
        }
        Pages.redirect(context, URI.create(entity.address("/")));
    }

    private Verified<String> accept(Context context, PendingSignIn pending, Optional<Issuer> issuer) {
        Map<String, String> answer = Parameters.ofQuery(context).orElse(Map.of());
        return issuer.map(Issuer::namesItself).orElse(true)
                ? pending.acceptFromIssuerThatNamesItself(answer, clock.instant())
                : pending.accept(answer, clock.instant());
    }

    private Visit visit(Issuer issuer, PendingSignIn pending, String code) throws IOException, SigningException {
        CodeExchange.Tokens tokens = exchange.exchange(issuer, code, entity.address(CALLBACK), pending.codeVerifier());
        Verified<IdToken> verified = issuers.verifier(issuer)
                .verify(tokens.idToken(), SignIn.withNonce(pending.nonce()).accessToken(tokens.accessToken()));
        if (!verified.isAccepted()) {
            LOG.atWarn().addKeyValue("findings", verified.findings()).log("an ID token was refused");
            throw new IOException("the issuer's ID token is not good");
        }
        IdToken token = verified.orElseThrow();
        return new Visit(
                issuer.id(),
                issuer.name(),
                token.subject(),
                token.education(),
                tokens.idToken(),
                tokens.accessToken(),
                token.session(),
                issuer.endpoint("end_session_endpoint").orElse(null),
                issuer.endpoint("xapi_endpoint").orElse(null));
    }
}
