package io.xuemeng.conformance.relyingparty;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwkSource;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.dpop.DpopProof;
import io.xuemeng.identity.dpop.DpopRequest;
import io.xuemeng.identity.dpop.DpopVerifier;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChain;
import io.xuemeng.identity.federation.TrustChainResolver;
import io.xuemeng.identity.federation.TrustChainVerifier;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.keys.RemoteJwkSource;
import io.xuemeng.identity.keys.ReplayGuard;
import io.xuemeng.identity.lti.LaunchVerifier;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.LogoutToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The SDK's verifiers as a relying party that trusts whom it is told to. */
public final class SdkRelyingParty implements TokenAcceptance {

    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ED25519,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.SM2_SM3);

    private final ReplayGuard replayGuard = MemoryReplayGuard.create();
    private final Map<String, Optional<TokenVerifier>> verifiers = new ConcurrentHashMap<>();

    @Override
    public Terms terms() {
        return Terms.usual().withKeyRefresh(Duration.ofSeconds(10));
    }

    @Override
    public Acceptance judge(TokenQuestion question) {
        Optional<TokenVerifier> known = verifiers.computeIfAbsent(
                question.issuer() + question.trustAnchors() + question.jwks(), key -> verifier(question));
        if (known.isEmpty()) {
            return Acceptance.refused("no chain");
        }
        TokenVerifier verifier = known.get();
        try {
            return judge(question, verifier);
        } catch (UncheckedIOException e) {
            return Acceptance.refused(String.valueOf(e.getMessage()));
        }
    }

    private Acceptance judge(TokenQuestion question, TokenVerifier verifier) {
        return switch (question.use()) {
            case ID_TOKEN -> answer(verifier.verify(question.token(), signIn(question)), IdToken::subject);
            case ACCESS_TOKEN -> access(question, verifier);
            case LOGOUT_TOKEN -> answer(verifier.verifyLogout(question.token()), LogoutToken::subject);
            case LTI_LAUNCH -> launch(question, verifier);
        };
    }

    private Acceptance access(TokenQuestion question, TokenVerifier verifier) {
        Verified<AccessToken> verified = verifier.verifyAccess(question.token());
        Acceptance alone = answer(verified, AccessToken::subject);
        Presentation presentation = question.presentation();
        if (presentation == null || !alone.accepted()) {
            return alone;
        }
        String bound = verified.orElseThrow().keyThumbprint();
        if (bound == null && presentation.scheme().equals("Bearer")) {
            return alone;
        }
        if (!presentation.scheme().equals("DPoP") || presentation.proofs().size() != 1) {
            return Acceptance.refused("a bound token comes with one proof");
        }
        DpopRequest request = DpopRequest.of(presentation.method(), URI.create(presentation.url()))
                .accessToken(question.token(), bound);
        String nonce = presentation.nonce();
        Verified<DpopProof> proof = DpopVerifier.of(
                        ALGORITHMS, Duration.ofMinutes(1), Duration.ofMinutes(1), Clock.systemUTC(), replayGuard)
                .verify(presentation.proofs().get(0), nonce == null ? request : request.nonce(nonce));
        return proof.isAccepted() ? alone : answer(proof, DpopProof::id);
    }

    private static Acceptance launch(TokenQuestion question, TokenVerifier verifier) {
        LaunchForm form = Objects.requireNonNull(question.launch());
        return answer(
                LaunchVerifier.of(verifier)
                        .deployments(form.deployments().toArray(String[]::new))
                        .tool(URI.create(form.tool()))
                        .build()
                        .verify(question.token(), form.state(), String.valueOf(question.nonce()), form.expectedState()),
                launch -> launch.token().subject());
    }

    private static SignIn signIn(TokenQuestion question) {
        SignIn signIn = SignIn.withNonce(String.valueOf(question.nonce()));
        if (question.accessToken() != null) {
            signIn = signIn.accessToken(question.accessToken());
        }
        if (question.maxAge() != null) {
            signIn = signIn.maxAge(Duration.ofSeconds(question.maxAge()));
        }
        return question.acr() == null ? signIn : signIn.authenticationClasses(Set.of(question.acr()));
    }

    private static <T> Acceptance answer(
            Verified<T> verified, java.util.function.Function<T, @org.jspecify.annotations.Nullable String> subject) {
        return verified.isAccepted()
                ? Acceptance.of(subject.apply(verified.orElseThrow()))
                : Acceptance.refused(
                        verified.findings().stream().map(Finding::toString).collect(Collectors.joining("; ")));
    }

    private Optional<TokenVerifier> verifier(TokenQuestion question) {
        return keys(question)
                .map(keys -> TokenVerifier.forIssuer(question.issuer())
                        .keys(keys)
                        .audience(question.audience())
                        .algorithms(SignatureAlgorithm.ES256, ALGORITHMS.toArray(SignatureAlgorithm[]::new))
                        .replayGuard(replayGuard)
                        .build());
    }

    private static Optional<JwkSource> keys(TokenQuestion question) {
        String given = question.jwks();
        if (given != null) {
            JwkSet set = JwkReader.standard().readSet(given.getBytes(StandardCharsets.UTF_8), finding -> {});
            return Optional.of(header -> set);
        }
        URI issuer = URI.create(question.issuer());
        HttpFetcher fetcher = HttpFetcher.under(
                FetchPolicy.publicHttps().allowOrigin(URI.create(issuer.getScheme() + "://" + issuer.getAuthority())));
        if (question.trustAnchors().isEmpty()) {
            JwkSource discovered = RemoteJwkSource.forIssuer(question.issuer())
                    .fetcher(fetcher)
                    .coolDown(Duration.ofSeconds(2))
                    .build();
            return Optional.of(RemoteJwkSource.apart(discovered, discoveredSm2(question.issuer(), fetcher)));
        }
        return chain(question, fetcher)
                .filter(chain -> chain.metadata().has(EntityMetadata.OPENID_PROVIDER))
                .map(chain -> chain.metadata().keys(EntityMetadata.OPENID_PROVIDER))
                .map(set -> RemoteJwkSource.apart(header -> set, keysAt(URI.create(issuer + "/jwks/sm2"), fetcher)));
    }

    private static JwkSource keysAt(URI address, HttpFetcher fetcher) {
        return RemoteJwkSource.at(address)
                .fetcher(fetcher)
                .coolDown(Duration.ofSeconds(2))
                .build();
    }

    /** SM2 keys are where the issuer's discovery document says, which is asked for when the first token comes. */
    private static JwkSource discoveredSm2(String issuer, HttpFetcher fetcher) {
        AtomicReference<JwkSource> found = new AtomicReference<>();
        return header -> {
            if (found.get() == null) {
                found.set(keysAt(sm2Address(issuer, fetcher), fetcher));
            }
            return found.get().keysFor(header);
        };
    }

    private static URI sm2Address(String issuer, HttpFetcher fetcher) {
        try {
            Fetched answer =
                    fetcher.fetch(URI.create(issuer + "/.well-known/openid-configuration"), "application/json");
            JsonNode document = Json.MAPPER.readTree(answer.body());
            if (!answer.isOk()
                    || !document.path("issuer").asText().equals(issuer)
                    || !document.path("sm2_jwks_uri").isTextual()) {
                throw new IOException("no document of the issuer that says where its SM2 keys are");
            }
            return URI.create(document.path("sm2_jwks_uri").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TrustChain> chain(TokenQuestion question, HttpFetcher fetcher) {
        TrustChainVerifier verifier = TrustChainVerifier.trusting(
                question.trustAnchors().stream()
                        .map(anchor -> new TrustAnchor(
                                anchor.entity(),
                                JwkReader.standard()
                                        .readSet(anchor.jwks().getBytes(StandardCharsets.UTF_8), finding -> {})))
                        .toList(),
                FederationProfile.chinese().withHttpOnLoopback());
        Verified<TrustChain> chain = TrustChainResolver.over(verifier, fetcher).resolve(question.issuer());
        return chain.claims();
    }
}
