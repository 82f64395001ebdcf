package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.identity.token.AccessToken;
import io.xuemeng.identity.token.IdToken;
import io.xuemeng.identity.token.TokenIssuer;
import io.xuemeng.lrs.client.Credentials;
import io.xuemeng.lrs.client.LrsClient;
import io.xuemeng.lrs.client.LrsQuery;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Verbs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record store takes this platform's tokens, and no others, for what they say, and no more. */
class BearerTokensTest {

    private static final String LESSON = "https://example.cn/lesson/1";

    @TempDir
    private static Path folder;

    private static TestFederation federation;

    @BeforeAll
    static void start() throws Exception {
        federation = TestFederation.start(folder);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    private static LrsClient lrs(String token) {
        return LrsClient.connect(URI.create(federation.province + "/xapi"), Credentials.bearer(token));
    }

    private static Statement statement(String learner) {
        return Statement.builder()
                .id(UUID.randomUUID())
                .actor(Agent.account(federation.province.toString(), learner))
                .verb(Verbs.COMPLETED)
                .object(Activity.of(LESSON))
                .build();
    }

    private static List<Statement> all(LrsClient client, String activity) {
        try (Stream<Statement> statements = client.statements(LrsQuery.query().activity(activity))) {
            return statements.toList();
        }
    }

    private static String tokenFor(String account, String password, String scope) throws Exception {
        HandMadeClient client = new HandMadeClient(
                federation.platform, federation.keys("platform").client());
        Browser browser = new Browser();
        Browser.Page form = browser.open(client.request(federation.province, Map.of("scope", scope)));
        Browser.Page back = browser.submitUpTo(
                form, Map.of("account", account, "password", password, "action", "signin"), client.redirectUri());
        String code = HandMadeClient.query(back.way().get(0)).get("code");
        return HandMadeClient.member(client.exchange(federation.province, code).body(), "access_token");
    }

    private static String pupilsToken(String scope) throws Exception {
        return tokenFor(federation.people.pupil(), federation.people.pupilPassword(), scope);
    }

    private static TokenIssuer.Builder province() throws Exception {
        SigningKey key = federation.keys("province").provider();
        return TokenIssuer.of(federation.province.toString()).signer(key, Entity.keyId(key));
    }

    private static AccessToken.Draft draft() {
        return AccessToken.draft("someone", federation.platform.toString(), federation.province.toString())
                .scope("statements/write", "statements/read/mine");
    }

    private static HttpResponse<String> get(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(federation.province + "/xapi/statements"))
                                .headers("Authorization", "Bearer " + token, "X-Experience-API-Version", "2.0.0")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void storesRecordsInTheNameOfThePlatformAndThePersonAndReadsThoseAgain() throws Exception {
        LrsClient pupil = lrs(pupilsToken("openid statements/write statements/read/mine"));
        LrsClient teacher = lrs(tokenFor(
                federation.people.teacher(),
                federation.people.teacherPassword(),
                "openid statements/write statements/read/mine"));
        pupil.store(statement("p"));
        teacher.store(statement("t"));

        assertThat(all(pupil, LESSON)).singleElement().satisfies(one -> {
            assertThat(one.actor()).isEqualTo(Agent.account(federation.province.toString(), "p"));
            assertThat(one.authority())
                    .isInstanceOfSatisfying(
                            Group.class,
                            authority -> assertThat(authority.members())
                                    .hasSize(2)
                                    .contains(Agent.account(
                                            federation.province.toString(), federation.platform.toString())));
        });
        assertThat(all(teacher, LESSON)).hasSize(1);
    }

    private static Browser.Page signedInAtThePlatform(Browser browser) throws Exception {
        Browser.Page form = browser.open(URI.create(federation.platform + "/visit/signin?iss=" + federation.province));
        return browser.submit(
                form,
                Map.of(
                        "account", federation.people.teacher(),
                        "password", federation.people.teacherPassword(),
                        "action", "signin"));
    }

    @Test
    void recordsAtHomeWhatIsLearntAtThePlatform() throws Exception {
        String lesson = federation.platform + "/lesson/fractions";
        LrsClient reading = lrs(tokenFor(
                federation.people.teacher(), federation.people.teacherPassword(), "openid statements/read/mine"));
        List<Statement> before = all(reading, lesson);
        Browser browser = new Browser();
        Browser.Page home = signedInAtThePlatform(browser);

        Browser.Page recorded = browser.submit(home, "/visit/lesson", Map.of());

        assertThat(recorded.element("message")).isEqualTo("Your record is stored at home.");
        assertThat(browser.open(recorded.link("language")).element("home")).isEqualTo("甲省教育平台（演示）");
        List<Statement> after = all(reading, lesson);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.get(0).actor())
                .isEqualTo(Agent.account(federation.province.toString(), home.element("subject")));
        assertThat(browser.submit(home, "/visit/lesson", Map.of("csrf", "x")).status())
                .isEqualTo(403);
        assertThat(new Browser().submit(home, "/visit/lesson", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void getsAnotherTokenWithoutAPasswordWhenOneWasTakenBack() throws Exception {
        Browser browser = new Browser();
        Browser.Page home = signedInAtThePlatform(browser);
        // The same person signs out elsewhere, which takes back every token of theirs at this platform.
        Browser elsewhere = new Browser();
        signedInAtThePlatform(elsewhere);
        elsewhere.submit(elsewhere.open(federation.province.resolve("/signout")), Map.of());
        // Revocation counts in seconds, as dates in tokens do.
        Thread.sleep(1100);

        Browser.Page again = browser.submit(home, "/visit/lesson", Map.of());

        assertThat(again.address()).isEqualTo(federation.platform.resolve("/"));
        assertThat(again.way())
                .anySatisfy(step -> assertThat(step.toString()).startsWith(federation.province + "/authorize"));
        assertThat(browser.submit(again, "/visit/lesson", Map.of()).element("message"))
                .isEqualTo("Your record is stored at home.");
    }

    @Test
    void givesAPlatformNoMoreThanItMayHaveWhateverItAsksFor() throws Exception {
        String token = pupilsToken("openid all all/read statements/read state profile define statements/read/mine");

        assertThat(get(token).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> lrs(token).store(statement("x"))).hasMessageContaining("403");
        assertThatThrownBy(() -> lrs(token)
                        .states(LESSON, Agent.account(federation.province.toString(), "p"))
                        .ids())
                .hasMessageContaining("403");
    }

    @Test
    void takesATokenThatIsAsItShouldBe() throws Exception {
        assertThat(get(province().build().issue(draft())).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesForgedExpiredForeignAndOverBroadTokens() throws Exception {
        SigningKey forged = SigningKey.generate(KeyType.P_256);
        SigningKey right = federation.keys("province").provider();
        String good = province().build().issue(draft());
        String[] parts = good.split("\\.");
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        String subject = "someone";
        String platform = federation.platform.toString();
        Map<String, String> tokens = Map.of(
                "forged",
                        TokenIssuer.of(federation.province.toString())
                                .signer(forged, Entity.keyId(right))
                                .build()
                                .issue(draft()),
                "altered", parts[0] + '.' + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2],
                "unsigned", "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0." + parts[1] + ".",
                "expired", province().clock(past).build().issue(draft()),
                "longer than any that is issued",
                        province()
                                .accessTokenLifetime(Duration.ofHours(2))
                                .build()
                                .issue(draft()),
                "for another platform",
                        province()
                                .build()
                                .issue(AccessToken.draft(subject, platform, platform)
                                        .scope("statements/write")),
                "an ID token", province().build().issue(IdToken.draft(subject, federation.province.toString())),
                "of another issuer",
                        TokenIssuer.of(platform)
                                .signer(federation.keys("platform").provider(), "k")
                                .build()
                                .issue(draft()),
                "over-broad", province().build().issue(draft().scope("all")),
                "bound to a key", province().build().issue(draft().boundTo("x".repeat(43))));

        tokens.forEach((what, token) -> {
            try {
                HttpResponse<String> response = get(token);
                assertThat(response.statusCode()).as(what).isEqualTo(401);
                assertThat(response.headers().allValues("WWW-Authenticate"))
                        .contains("Bearer realm=\"xAPI\", error=\"invalid_token\"");
                assertThat(response.body()).doesNotContain("TOK-").doesNotContain(token);
            } catch (Exception e) {
                throw new AssertionError(what, e);
            }
        });
    }

    @Test
    void asksForATokenOrASecretWhenThereIsNeither() throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(federation.province + "/xapi/statements"))
                                .headers("X-Experience-API-Version", "2.0.0")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"xAPI\", charset=\"UTF-8\"", "Bearer realm=\"xAPI\"");
    }

    private interface Attempt {
        HttpResponse<String> make(String secret) throws Exception;
    }

    /** The first answer that is not to a secret that was looked at. */
    private static HttpResponse<String> guess(Attempt attempt) throws Exception {
        // A slow machine may be slower than the first waits, but they double.
        HttpResponse<String> answer = attempt.make("guess");
        for (int i = 0; i < 40 && answer.statusCode() == 401; i++) {
            answer = attempt.make("guess-" + i);
        }
        return answer;
    }

    private static String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString(("system:" + secret).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void slowsSystemsDownThatGuessSecrets() throws Exception {
        HttpResponse<String> store = guess(secret -> HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(federation.province + "/xapi/statements"))
                                .headers("X-Experience-API-Version", "2.0.0", "Authorization", basic(secret))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
        HttpResponse<String> token = guess(secret -> HandMadeClient.post(
                URI.create(federation.province + "/token"),
                Map.of("grant_type", "client_credentials", "scope", "all"),
                "Authorization",
                basic(secret)));

        assertThat(store.statusCode()).isEqualTo(429);
        assertThat(store.headers().firstValue("Retry-After").orElseThrow()).matches("\\d{1,2}");
        assertThat(store.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(store.headers().firstValue("X-Experience-API-Version")).contains("2.0.0");
        assertThat(store.body()).isEmpty();
        assertThat(token.statusCode()).isEqualTo(429);
        assertThat(token.headers().firstValue("Retry-After").orElseThrow()).matches("\\d{1,2}");
        assertThat(token.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void tellsAgainWhoSignedIn() throws Exception {
        HttpResponse<String> info = HandMadeClient.post(
                URI.create(federation.province + "/userinfo"),
                Map.of(),
                "Authorization",
                "Bearer " + pupilsToken("openid"));

        assertThat(info.statusCode()).isEqualTo(200);
        assertThat(HandMadeClient.member(info.body(), "sub")).hasSize(43);
        assertThat(info.body())
                .contains(
                        "\"edu_role\":\"learner\"",
                        "\"edu_org\":\"2111000001\"",
                        "\"edu_region\":\"110101\"",
                        "\"edu_stage\":\"primary\"",
                        "\"edu_minor\":true")
                .doesNotContain(federation.people.pupil());
        assertThat(HandMadeClient.post(URI.create(federation.province + "/userinfo"), Map.of())
                        .statusCode())
                .isEqualTo(401);
        assertThat(HandMadeClient.post(
                                URI.create(federation.province + "/userinfo"),
                                Map.of(),
                                "Authorization",
                                "Bearer " + province().build().issue(draft()))
                        .statusCode())
                .isEqualTo(403);
    }
}
