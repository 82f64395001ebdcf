package io.xuemeng.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.jose.Jwk;
import io.xuemeng.core.jose.JwkReader;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.Fetcher;
import io.xuemeng.core.net.HttpFetcher;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.identity.SampleFolders;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.TokenIssuer;
import io.xuemeng.identity.token.TokenVerifier;
import io.xuemeng.identity.token.Verified;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteJwkSourceTest {

    private static final String ISSUER = "https://hub.example.cn";
    private static final String AUDIENCE = "https://platform.example.cn";
    private static final URI KEYS = URI.create(ISSUER + "/keys");
    private static final SigningKey FIRST = TestKeys.ed25519(11);
    private static final SigningKey SECOND = TestKeys.ed25519(12);

    private final MutableClock clock = new MutableClock();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String published = published(FIRST);
    private volatile int status = 200;
    private volatile long maxAge = -1;

    private static String published(SigningKey... keys) {
        return new String(TestKeys.setOf(keys).toJson(), StandardCharsets.UTF_8);
    }

    private Fetched answer() throws IOException {
        requests.incrementAndGet();
        if (status == 0) {
            throw new IOException("the connection was refused");
        }
        return new Fetched(status, "application/jwk-set+json", maxAge, published.getBytes(StandardCharsets.UTF_8));
    }

    private RemoteJwkSource.Builder source() {
        Fetcher fetcher = (address, accept) -> answer();
        return RemoteJwkSource.at(KEYS).fetcher(fetcher).clock(clock);
    }

    private TokenVerifier verifier(RemoteJwkSource source) {
        return TokenVerifier.forIssuer(ISSUER)
                .keys(source)
                .audience(AUDIENCE)
                .clock(clock)
                .build();
    }

    private String token(SigningKey key) {
        return token(key, TestKeys.keyId(key));
    }

    private String token(SigningKey key, String keyId) {
        try {
            return TokenIssuer.of(ISSUER)
                    .signer(key, keyId)
                    .clock(clock)
                    .build()
                    .issue(AccessToken.draft("s", "c", AUDIENCE));
        } catch (SigningException e) {
            throw new IllegalStateException("a key in memory signs", e);
        }
    }

    private static void assertRefused(Verified<?> verified, String... ids) {
        assertThat(verified.findings()).extracting(Finding::id).containsExactly(ids);
        SampleFolders.assertFilled(verified.findings());
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatIsWrongAndHowToMendIt(KeySourceRequirement requirement) {
        SampleFolders.assertTexts(requirement);
    }

    @Test
    void fetchesOnceAndKeeps() {
        TokenVerifier verifier = verifier(source().build());

        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        assertThat(requests).hasValue(1);
    }

    @Test
    void renewsWhenTheLifetimeIsOverAndForgetsWithdrawnKeys() {
        maxAge = 120;
        TokenVerifier verifier = verifier(source().build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        published = published(SECOND);

        clock.advance(Duration.ofSeconds(119));
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertRefused(verifier.verifyAccess(token(FIRST)), "JWS-016");
        assertThat(requests).hasValue(2);
    }

    @Test
    void anUnknownKeyNameFindsARotatedKey() {
        TokenVerifier verifier = verifier(source().build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        published = published(FIRST, SECOND);

        clock.advance(Duration.ofSeconds(31));
        assertThat(verifier.verifyAccess(token(SECOND)).isAccepted()).isTrue();
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        assertThat(requests).hasValue(2);
    }

    @Test
    void aFloodOfUnknownNamesAsksSeldomAndTheGoodKeySurvives() {
        TokenVerifier verifier = verifier(source().build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        String good = token(FIRST);

        for (int i = 0; i < 500; i++) {
            assertRefused(verifier.verifyAccess(token(SECOND, "unknown-" + i)), "JWS-016");
        }
        assertThat(requests).hasValue(1);
        clock.advance(Duration.ofSeconds(31));
        status = 503;
        for (int i = 0; i < 500; i++) {
            assertRefused(verifier.verifyAccess(token(SECOND, "unknown-" + i)), "JWS-016");
        }

        assertThat(requests).hasValue(2);
        assertThat(verifier.verifyAccess(good).isAccepted()).isTrue();
    }

    @Test
    void whatIsNoKeySetReplacesNothing() {
        TokenVerifier verifier = verifier(source().build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();

        for (String bad :
                List.of("", "{}", "{\"keys\":[]}", "<html>", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}")) {
            published = bad;
            clock.advance(Duration.ofHours(1));
            assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).as(bad).isTrue();
        }
        assertThat(requests).hasValue(6);
    }

    @Test
    void keysThatAreTooOldServeNoLonger() {
        TokenVerifier verifier = verifier(source().oldest(Duration.ofDays(1)).build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        status = 0;

        clock.advance(Duration.ofHours(23));
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        clock.advance(Duration.ofHours(1));
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-101", "KEY-105");
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-101", "KEY-105");
    }

    @Test
    void saysWhyThereAreNoKeysAndAsksAgainOnlyAfterTheCoolDown() {
        TokenVerifier verifier = verifier(source().build());
        status = 0;
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-101");
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-101");
        assertThat(requests).hasValue(1);

        clock.advance(Duration.ofSeconds(30));
        status = 302;
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-102");
        clock.advance(Duration.ofSeconds(30));
        status = 200;
        published = "{\"keys\":[]}";
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-104");
        clock.advance(Duration.ofSeconds(30));
        published = published(FIRST);
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
    }

    @Test
    void oneFetchServesAllThreadsThatWait() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Fetcher slow = (address, accept) -> {
            try {
                assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return answer();
        };
        TokenVerifier verifier =
                verifier(RemoteJwkSource.at(KEYS).fetcher(slow).clock(clock).build());
        String token = token(FIRST);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> calls =
                    Collections.nCopies(8, () -> verifier.verifyAccess(token).isAccepted());
            Future<List<Future<Boolean>>> all =
                    Executors.newSingleThreadExecutor().submit(() -> threads.invokeAll(calls));
            release.countDown();
            for (Future<Boolean> call : all.get(20, TimeUnit.SECONDS)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void usesTheGoodKeysOfASetWithBadOnes() {
        String good = new String(Jwk.of(FIRST).toJson(), StandardCharsets.UTF_8);
        String sm2 = new String(Jwk.of(TestKeys.SM2).toJson(), StandardCharsets.UTF_8);
        String encryption = good.replace("\"sig\"", "\"enc\"").replace(TestKeys.keyId(FIRST), "enc");
        String weak = "{\"kty\":\"RSA\",\"kid\":\"weak\",\"n\":\"" + TestKeys.encode(new byte[] {1, 2, 3})
                + "\",\"e\":\"AQAB\"}";
        published = "{\"keys\":[" + sm2 + ',' + encryption + ',' + weak + ',' + good + ',' + good + "]}";
        RemoteJwkSource source = source().build();

        assertThat(verifier(source).verifyAccess(token(FIRST)).isAccepted()).isTrue();
        assertThat(source.findings()).extracting(Finding::id).containsExactly("KEY-013", "KEY-009", "KEY-018");
    }

    @Test
    void oversizedSetsAreRefusedAndTheGoodKeySurvives() {
        JwkReader small = JwkReader.standard()
                .withLimits(Limits.defaults().toBuilder().keySetBytes(2000).build());
        TokenVerifier verifier = verifier(source().reader(small).build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        published = published(FIRST).replace("{\"keys\"", " ".repeat(2001) + "{\"keys\"");
        clock.advance(Duration.ofDays(1));

        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        assertThat(requests).hasValue(2);
    }

    @Test
    void sm2KeysComeFromASetOfTheirOwn() {
        SigningKey sm2 = SigningKey.generate(KeyType.SM2);
        RemoteJwkSource main = source().build();
        RemoteJwkSource chinese = RemoteJwkSource.at(URI.create(ISSUER + "/sm2-keys"))
                .fetcher((address, accept) ->
                        new Fetched(200, null, -1, TestKeys.setOf(sm2).toJson()))
                .clock(clock)
                .build();
        TokenVerifier verifier = TokenVerifier.forIssuer(ISSUER)
                .keys(RemoteJwkSource.apart(main, chinese))
                .algorithms(SignatureAlgorithm.SM2_SM3, SignatureAlgorithm.ED25519)
                .audience(AUDIENCE)
                .clock(clock)
                .build();

        assertThat(verifier.verifyAccess(token(sm2)).isAccepted()).isTrue();
        assertThat(requests).hasValue(0);
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();
        assertThat(requests).hasValue(1);
    }

    @Test
    void discoversTheKeysOfTheIssuerAndOfNoOther() {
        String[] document = {"{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"" + KEYS + "\"}"};
        Fetcher fetcher = (address, accept) -> {
            if (address.getPath().equals("/.well-known/openid-configuration")) {
                return new Fetched(200, "application/json", -1, document[0].getBytes(StandardCharsets.UTF_8));
            }
            return answer();
        };
        TokenVerifier verifier = verifier(RemoteJwkSource.forIssuer(ISSUER)
                .fetcher(fetcher)
                .clock(clock)
                .oldest(Duration.ofHours(1))
                .build());
        assertThat(verifier.verifyAccess(token(FIRST)).isAccepted()).isTrue();

        clock.advance(Duration.ofHours(2));
        document[0] = document[0].replace(ISSUER + "\"", ISSUER + "/\"");
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-106", "KEY-105");
        clock.advance(Duration.ofHours(2));
        document[0] = "{\"issuer\":\"" + ISSUER + "\"}";
        assertRefused(verifier.verifyAccess(token(FIRST)), "KEY-107", "KEY-105");
    }

    @Test
    void leadsNobodyIntoThePrivateNetwork() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            for (String inside : List.of(
                    "https://localhost:" + port + "/keys",
                    "http://localhost:" + port + "/keys",
                    "https://169.254.169.254/latest/meta-data",
                    "file:///etc/passwd")) {
                Fetcher guarded = HttpFetcher.under(FetchPolicy.publicHttps().withTimeLimit(Duration.ofSeconds(2)));
                RemoteJwkSource source = RemoteJwkSource.at(URI.create(inside))
                        .fetcher(guarded)
                        .clock(clock)
                        .build();
                assertRefused(verifier(source).verifyAccess(token(FIRST)), "KEY-103");
            }
            assertThat(requests).hasValue(0);

            URI origin = URI.create("http://localhost:" + port);
            RemoteJwkSource redirected = RemoteJwkSource.at(origin.resolve("/keys"))
                    .fetcher(HttpFetcher.under(FetchPolicy.publicHttps().allowOrigin(origin)))
                    .clock(clock)
                    .build();
            assertRefused(verifier(redirected).verifyAccess(token(FIRST)), "KEY-102");
            assertThat(requests).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anIssuerIsAnAddress() {
        assertThatThrownBy(() -> RemoteJwkSource.forIssuer("hub")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RemoteJwkSource.forIssuer("https://hub.example.cn?x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
