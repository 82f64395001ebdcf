package io.xuemeng.conformance.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.sample.TokenSample;
import io.xuemeng.conformance.sample.TokenSamples;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.jose.JwkSet;
import io.xuemeng.core.jose.JwkSource;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.Fetcher;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.identity.dpop.DpopRequest;
import io.xuemeng.identity.dpop.DpopVerifier;
import io.xuemeng.identity.federation.EntityMetadata;
import io.xuemeng.identity.federation.FederationProfile;
import io.xuemeng.identity.federation.TrustAnchor;
import io.xuemeng.identity.federation.TrustChainResolver;
import io.xuemeng.identity.federation.TrustChainVerifier;
import io.xuemeng.identity.keys.MemoryReplayGuard;
import io.xuemeng.identity.keys.RemoteJwkSource;
import io.xuemeng.identity.lti.LaunchVerifier;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.SignIn;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token samples are what the kit shows, and the SDK's own verifier judges each as its answer says. */
class TokenSamplesTest {

    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ED25519,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.SM2_SM3);

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeThemWhenThatIsWanted() throws IOException {
        if ("make".equals(System.getProperty("xuemeng.samples"))) {
            new TokenSampleMaker(folder).make();
        }
    }

    private static List<TokenSample> samples() {
        TokenSamples all = TokenSamples.all();
        return all.ids().stream().flatMap(id -> all.of(id).stream()).toList();
    }

    @Test
    void areThoseThatTheKitShows() throws IOException {
        TokenSampleMaker maker = new TokenSampleMaker(folder);
        Set<String> ids = new TreeSet<>();
        for (String id : CaseBook.ids()) {
            if (new RelyingPartyKit().audit().find(id).orElseThrow().isTestable()) {
                ids.add(id);
                assertThat(TokenSamples.all().of(id))
                        .as("%s; to make them again: -Dtest=TokenSamplesTest -Dxuemeng.samples=make", id)
                        .extracting(sample ->
                                sample.label() + ' ' + sample.good() + ' ' + sample.level() + ' ' + sample.features())
                        .isEqualTo(maker.cases(id).stream()
                                .map(TokenSampleMaker.Made::name)
                                .toList());
            }
        }
        assertThat(TokenSamples.all().ids()).containsExactlyElementsOf(ids);
    }

    @Test
    void areJudgedByTheSdkAsTheirAnswersSay() {
        List<String> wrong = new ArrayList<>();
        for (TokenSample sample : samples()) {
            if (sample.question() != null) {
                Optional<String> refusal = refusal(sample);
                if (refusal.isPresent() == sample.good()) {
                    wrong.add(sample + " " + refusal.orElse("accepted"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void areManyOfBothKindsAndOnlyHugeOnesAreLeftOut() {
        assertThat(samples()).hasSizeGreaterThan(300);
        assertThat(samples()).filteredOn(TokenSample::good).hasSizeGreaterThan(100);
        assertThat(samples())
                .filteredOn(sample -> sample.level() == Level.SHOULD)
                .hasSizeGreaterThan(10);
        assertThat(samples())
                .filteredOn(sample -> sample.question() == null)
                .extracting(TokenSample::requirement)
                .containsOnly("JWS-001", "JWS-004", "JSON-017", "TOK-023");
    }

    @Test
    void areWrittenAsTheSameBytesEachTime() throws IOException {
        Path first = Files.createTempDirectory(folder, "first");
        Path second = Files.createTempDirectory(folder, "second");

        assertThat(TokenSamples.all().write(first))
                .isEqualTo(TokenSamples.all().write(second))
                .isEqualTo(samples().size());

        for (String id : TokenSamples.all().ids()) {
            assertThat(first.resolve("tokens/" + id + ".json"))
                    .hasSameBinaryContentAs(second.resolve("tokens/" + id + ".json"));
        }
        JsonNode index = Json.MAPPER.readTree(first.resolve("tokens/index.json").toFile());
        assertThat(index.path("format").asText()).isEqualTo(TokenSamples.FORMAT);
        for (JsonNode entry : index.path("samples")) {
            JsonNode file = Json.MAPPER.readTree(
                    first.resolve("tokens").resolve(entry.path("file").asText()).toFile());
            assertThat(file.path("samples")
                            .path(entry.path("number").asInt() - 1)
                            .path("label"))
                    .isEqualTo(entry.path("label"));
        }
    }

    @Test
    void theIndexSaysOfWhatIsLeftOutWhatTheFilesSay() throws IOException {
        TokenSamples.all().write(folder);
        Path tokens = folder.resolve(TokenSamples.FOLDER);
        List<String> sizes = new ArrayList<>();
        for (JsonNode entry :
                Json.MAPPER.readTree(tokens.resolve("index.json").toFile()).path("samples")) {
            JsonNode file = Json.MAPPER.readTree(
                    tokens.resolve(entry.path("file").asText()).toFile());
            JsonNode sample = file.path("samples").path(entry.path("number").asInt() - 1);
            assertThat(entry.path("left_out")).isEqualTo(sample.path("left_out"));
            if (entry.has("left_out")) {
                sizes.add(entry.path("left_out").textValue());
            }
        }
        assertThat(sizes).isNotEmpty().allSatisfy(size -> assertThat(size).matches("\\d{5,} characters"));
    }

    @Test
    void whatLtiAsksOfPlatformsOnlyIsRecommendedToTools() {
        assertThat(labels("TOK-124", Level.MUST))
                .containsExactly("-", "no resource_link", "resource_link = {}", "resource_link = 'a'");
        assertThat(labels("TOK-124", Level.SHOULD))
                .containsExactly("resource_link = {'id':''}", "resource_link = {'id':'" + "a".repeat(256) + "'}");
        assertThat(labels("TOK-125", Level.MUST)).containsExactly("-", "roles is empty", "no roles");
        assertThat(labels("TOK-125", Level.SHOULD)).containsExactly("roles = 'Learner'", "roles = {}");
    }

    private static List<String> labels(String id, Level level) {
        return TokenSamples.all().of(id).stream()
                .filter(sample -> sample.level() == level && sample.features().contains("es256"))
                .map(sample -> sample.label().replace(LaunchClaims.PREFIX, ""))
                .toList();
    }

    /** Why the SDK refuses a sample, with nothing but what the sample has; empty when it accepts it. */
    private static Optional<String> refusal(TokenSample sample) {
        JsonNode question = parsed(sample.question());
        Clock clock = Clock.fixed(sample.time(), ZoneOffset.UTC);
        try {
            Optional<JwkSource> keys = keys(question, fetcher(sample), clock);
            if (keys.isEmpty()) {
                return Optional.of("no chain");
            }
            TokenVerifier verifier = TokenVerifier.forIssuer(
                            question.path("issuer").asText())
                    .keys(keys.get())
                    .audience(question.path("audience").asText())
                    .algorithms(SignatureAlgorithm.ES256, ALGORITHMS.toArray(SignatureAlgorithm[]::new))
                    .clock(clock)
                    .build();
            String token = question.path("token").asText();
            Verified<?> verified = switch (question.path("use").asText()) {
                case "id_token" -> verifier.verify(token, signIn(question));
                case "access_token" -> access(question, verifier.verifyAccess(token), clock);
                case "lti_launch" -> launch(question, verifier);
                default -> verifier.verifyLogout(token);
            };
            return verified.isAccepted()
                    ? Optional.empty()
                    : Optional.of(verified.findings().toString());
        } catch (UncheckedIOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** An access token with the request it came with, if that is told. */
    private static Verified<?> access(JsonNode question, Verified<AccessToken> alone, Clock clock) {
        JsonNode request = question.path("request");
        if (request.isMissingNode() || !alone.isAccepted()) {
            return alone;
        }
        String bound = alone.orElseThrow().keyThumbprint();
        String scheme = request.path("scheme").asText();
        if (bound == null && scheme.equals("Bearer")) {
            return alone;
        }
        if (!scheme.equals("DPoP") || request.path("dpop").size() != 1) {
            throw new UncheckedIOException(new IOException("a bound token comes with one proof"));
        }
        DpopRequest asked = DpopRequest.of(
                        request.path("method").asText(),
                        URI.create(request.path("url").asText()))
                .accessToken(question.path("token").asText(), bound);
        DpopRequest whole = request.has("dpop_nonce")
                ? asked.nonce(request.path("dpop_nonce").asText())
                : asked;
        return DpopVerifier.of(
                        ALGORITHMS,
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        clock,
                        MemoryReplayGuard.withCapacity(1, clock))
                .verify(request.path("dpop").path(0).asText(), whole);
    }

    private static Verified<?> launch(JsonNode question, TokenVerifier verifier) {
        JsonNode form = question.path("launch");
        String[] deployments = StreamSupport.stream(form.path("deployments").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
        return LaunchVerifier.of(verifier)
                .deployments(deployments)
                .tool(URI.create(form.path("tool").asText()))
                .build()
                .verify(
                        question.path("token").asText(),
                        form.path("state").asText(),
                        question.path("nonce").asText(),
                        form.path("expected_state").asText());
    }

    private static JsonNode parsed(@org.jspecify.annotations.Nullable String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SignIn signIn(JsonNode question) {
        SignIn signIn = SignIn.withNonce(question.path("nonce").asText());
        if (question.has("access_token")) {
            signIn = signIn.accessToken(question.path("access_token").asText());
        }
        if (question.has("max_age")) {
            signIn = signIn.maxAge(Duration.ofSeconds(question.path("max_age").asLong()));
        }
        return question.has("acr")
                ? signIn.authenticationClasses(Set.of(question.path("acr").asText()))
                : signIn;
    }

    private static Fetcher fetcher(TokenSample sample) {
        return (address, accept) -> {
            // What stands in a query may be encoded or not.
            String asked = java.net.URLDecoder.decode(address.toString(), StandardCharsets.UTF_8);
            TokenSample.Document document = sample.documents().get(asked);
            if (document == null) {
                return new Fetched(404, null, -1, new byte[0]);
            }
            if (document.status() == 0) {
                throw new IOException("no answer");
            }
            return new Fetched(
                    document.status(), document.type(), -1, document.body().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Optional<JwkSource> keys(JsonNode question, Fetcher fetcher, Clock clock) {
        String issuer = question.path("issuer").asText();
        if (question.has("jwks")) {
            JwkSet set = set(question.path("jwks"));
            return Optional.of(header -> set);
        }
        if (!question.has("trust_anchors")) {
            return Optional.of(RemoteJwkSource.forIssuer(issuer)
                    .fetcher(fetcher)
                    .clock(clock)
                    .build());
        }
        List<TrustAnchor> anchors = new ArrayList<>();
        question.path("trust_anchors")
                .forEach(anchor ->
                        anchors.add(new TrustAnchor(anchor.path("entity").asText(), set(anchor.path("jwks")))));
        FederationProfile profile = FederationProfile.chinese().withClock(clock);
        return TrustChainResolver.over(TrustChainVerifier.trusting(anchors, profile), fetcher)
                .resolve(issuer)
                .claims()
                .filter(chain -> chain.metadata().has(EntityMetadata.OPENID_PROVIDER))
                .map(chain -> {
                    JwkSet set = chain.metadata().keys(EntityMetadata.OPENID_PROVIDER);
                    return header -> set;
                });
    }

    private static JwkSet set(JsonNode jwks) {
        return JwkReader.standard().readSet(jwks.toString().getBytes(StandardCharsets.UTF_8), finding -> {});
    }
}
