package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.examples.platform.web.Secrets;
import io.xuemeng.identity.session.ProofKey;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an issuer of the federation does not let pass. */
class RefusedSignInTest {

    @TempDir
    private static Path folder;

    private static TestFederation federation;

    private final Browser browser = new Browser();
    private HandMadeClient client;

    @BeforeAll
    static void start() throws Exception {
        federation = TestFederation.start(folder);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @BeforeEach
    void makeClient() throws Exception {
        client = new HandMadeClient(
                federation.platform, federation.keys("platform").client());
    }

    private URI tokenEndpoint() {
        return URI.create(federation.province + "/token");
    }

    private String code() throws Exception {
        return client.signIn(browser, federation, Map.of()).get("code");
    }

    private HttpResponse<String> exchange(String code, Map<String, String> changes) throws Exception {
        return HandMadeClient.post(tokenEndpoint(), client.tokenRequest(federation.province, code, changes));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void exchangesACodeForTokensOnceAndTakesThemBackWhenItComesAgain() throws Exception {
        String code = code();
        HttpResponse<String> first = client.exchange(federation.province, code);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(HandMadeClient.member(first.body(), "scope"))
                .isEqualTo("openid statements/write statements/read/mine");
        String token = HandMadeClient.member(first.body(), "access_token");
        assertThat(userInfo(token).statusCode()).isEqualTo(200);

        assertRefused(client.exchange(federation.province, code), 400, "invalid_grant");

        assertThat(userInfo(token).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> userInfo(String token) throws Exception {
        return HandMadeClient.post(
                URI.create(federation.province + "/userinfo"), Map.of(), "Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, another-verifier-that-is-long-enough-to-be-one-0123456789",
        "code_verifier, ''",
        "redirect_uri, https://evil.example/callback",
        "code, not-a-code"
    })
    void refusesACodeWithSomethingThatDoesNotBelongToIt(String name, String value) throws Exception {
        String code = code();

        assertRefused(exchange(code, Map.of(name, value)), 400, "invalid_grant");
        if (!name.equals("code")) {
            // It was in the wrong hands, so it is used up.
            assertRefused(client.exchange(federation.province, code), 400, "invalid_grant");
        }
    }

    @Test
    void refusesACodeThatWasGivenToAnotherClient() throws Exception {
        String code = code();
        HandMadeClient other = new HandMadeClient(
                federation.province, federation.keys("province").client());

        assertRefused(
                exchange(code, Map.of("client_assertion", other.assertion(federation.province))), 400, "invalid_grant");
        assertRefused(client.exchange(federation.province, code), 400, "invalid_grant");
    }

    @Test
    void refusesAClientThatDoesNotProveWhoItIs() throws Exception {
        String code = code();
        HandMadeClient forger = new HandMadeClient(federation.platform, SigningKey.generate(KeyType.P_256));
        String assertion = client.assertion(federation.province);
        exchange("none", Map.of("client_assertion", assertion));

        assertRefused(
                exchange(code, Map.of("client_assertion", forger.assertion(federation.province))),
                401,
                "invalid_client");
        assertRefused(exchange(code, Map.of("client_assertion", assertion)), 401, "invalid_client");
        assertRefused(
                exchange(code, Map.of("client_assertion", client.assertion(federation.hub))), 401, "invalid_client");
        assertRefused(exchange(code, Map.of("client_assertion_type", "none")), 401, "invalid_client");
        assertRefused(exchange(code, Map.of("client_id", federation.hub.toString())), 401, "invalid_client");
        assertThat(client.exchange(federation.province, code).statusCode())
                .as("none of this used the code up")
                .isEqualTo(200);
    }

    @Test
    void refusesFormsThatSayThingsTwiceOrInTheAddress() throws Exception {
        String form = Parameters.encode(client.tokenRequest(federation.province, code(), Map.of()));

        assertRefused(HandMadeClient.post(tokenEndpoint(), form + "&code=x"), 400, "invalid_request");
        assertRefused(HandMadeClient.post(URI.create(tokenEndpoint() + "?" + form), ""), 400, "invalid_request");
        assertRefused(
                HandMadeClient.post(tokenEndpoint(), Map.of("grant_type", "password")), 400, "unsupported_grant_type");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "scope, statements/write, invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge, too-short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "prompt, none, login_required"
    })
    void tellsAClientWhatItAsksForInVain(String name, String value, String error) throws Exception {
        Browser.Page back =
                browser.openUpTo(client.request(federation.province, Map.of(name, value)), client.redirectUri());

        Map<String, String> answer = HandMadeClient.query(back.way().get(0));
        assertThat(answer)
                .containsEntry("error", error)
                .containsEntry("state", "s-1")
                .containsEntry("iss", federation.province.toString())
                .doesNotContainKey("code");
    }

    @Test
    void sendsABrowserNowhereUntilItIsCertainWhoAsks() throws Exception {
        SigningKey forged = SigningKey.generate(KeyType.P_256);
        URI once = client.request(federation.province, Map.of());
        browser.open(once);
        List<URI> requests = List.of(
                // To an address that is not the client's.
                client.request(federation.province, Map.of("redirect_uri", "https://evil.example/callback")),
                client.request(federation.province, Map.of("redirect_uri", client.redirectUri() + "/../evil")),
                // Signed by somebody else, for somebody else, or sent once already.
                new HandMadeClient(federation.platform, forged).request(federation.province, Map.of()),
                Parameters.append(
                        federation.province + "/authorize",
                        Map.of("request", client.requestObject(federation.hub, Map.of()))),
                once,
                // Not signed at all.
                Parameters.append(
                        federation.province + "/authorize",
                        Map.of(
                                "client_id",
                                federation.platform.toString(),
                                "redirect_uri",
                                client.redirectUri(),
                                "response_type",
                                "code",
                                "scope",
                                "openid")),
                Parameters.append(federation.province + "/authorize", Map.of("request", "no.signed.object")),
                // In the name of another client than the one that signed.
                Parameters.append(
                        federation.province + "/authorize",
                        Map.of(
                                "client_id", federation.hub.toString(),
                                "request", client.requestObject(federation.province, Map.of()))));

        for (URI request : requests) {
            Browser.Page page = browser.open(request);

            assertThat(page.status()).as(request.toString()).isEqualTo(400);
            assertThat(page.way()).isEmpty();
            assertThat(page.element("message")).startsWith("This request cannot be trusted");
        }
    }

    @Test
    void knowsNobodyWhomTheHubDoesNotVouchFor(@TempDir Path elsewhere) throws Exception {
        URI stranger =
                URI.create("http://localhost:" + TestFederation.freePorts(1).get(0));
        HandMadeClient outside =
                new HandMadeClient(stranger, EntityKeys.in(elsewhere).client());

        assertThat(browser.open(outside.request(federation.province, Map.of())).status())
                .isEqualTo(400);
        assertThat(browser.open(URI.create(federation.platform + "/visit/signin?iss=" + stranger))
                        .element("message"))
                .startsWith("That platform does not belong to this federation");
        assertThat(browser.open(URI.create(federation.hub + "/choose?client_id=" + stranger))
                        .status())
                .isEqualTo(400);
        // One that runs, says that it belongs to the hub, and does not.
        try (TestFederation other = TestFederation.start(elsewhere.resolve("other"))) {
            assertThat(browser.open(URI.create(federation.platform + "/visit/signin?iss=" + other.province))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void fetchesFromNoPrivateAddressThatAnEntityNames() throws Exception {
        for (String inside :
                List.of("https://127.0.0.1:1", "https://10.0.0.1", "https://169.254.169.254", "http://[::1]:9")) {
            assertThat(browser.open(URI.create(federation.platform + "/visit/signin?iss="
                                    + java.net.URLEncoder.encode(inside, java.nio.charset.StandardCharsets.UTF_8)))
                            .status())
                    .as(inside)
                    .isEqualTo(400);
        }
    }

    @Test
    void takesAnAnswerOnlyInTheBrowserThatAskedAndFromWhomWasAsked() throws Exception {
        Browser.Page form = browser.open(URI.create(federation.platform + "/visit/signin?iss=" + federation.province));
        Browser.Page back = browser.submitUpTo(
                form,
                Map.of(
                        "account", federation.people.pupil(),
                        "password", federation.people.pupilPassword(),
                        "action", "signin"),
                client.redirectUri());
        Map<String, String> answer =
                new HashMap<>(HandMadeClient.query(back.way().get(0)));

        assertThat(new Browser().open(back.way().get(0)).element("message"))
                .startsWith("This sign-in began too long ago");
        for (Map.Entry<String, String> change : Map.of("state", Secrets.random(), "iss", federation.hub.toString())
                .entrySet()) {
            Map<String, String> changed = new HashMap<>(answer);
            changed.put(change.getKey(), change.getValue());
            Browser.Page refused = browser.open(Parameters.append(client.redirectUri(), changed));
            assertThat(refused.element("message")).as(change.getKey()).startsWith("You were not signed in.");
        }
        Map<String, String> nameless = new HashMap<>(answer);
        nameless.remove("iss");
        assertThat(browser.open(Parameters.append(client.redirectUri(), nameless))
                        .status())
                .isEqualTo(400);

        assertThat(browser.open(back.way().get(0)).element("subject"))
                .as("the right answer is still good")
                .hasSize(43);
        assertThat(browser.open(back.way().get(0)).status()).as("and once only").isEqualTo(400);
    }

    @Test
    void takesAFormOnlyFromTheBrowserItWasGivenTo() throws Exception {
        Browser.Page form = browser.open(client.request(federation.province, Map.of()));
        Map<String, String> right = Map.of(
                "account",
                federation.people.pupil(),
                "password",
                federation.people.pupilPassword(),
                "action",
                "signin");
        Map<String, String> forged = new HashMap<>(right);
        forged.put("csrf", Secrets.random());

        assertThat(new Browser().submit(form, right).status())
                .as("another browser")
                .isEqualTo(403);
        assertThat(browser.submit(form, forged).status()).as("another proof").isEqualTo(403);
        Browser victim = new Browser();
        Browser.Page own = victim.open(federation.province.resolve("/signin"));
        assertThat(victim.submit(
                                own,
                                Map.of(
                                        "request",
                                        HandMadeClient.query(form.address()).get("request")))
                        .status())
                .as("a request that began in another browser")
                .isEqualTo(400);
        assertThat(browser.submitUpTo(form, right, client.redirectUri())
                        .way()
                        .get(0)
                        .toString())
                .contains("code=");
    }

    @Test
    void leadsNobodyAwayWhenTheySignOut() throws Exception {
        Map<String, String> tokens = Map.of();
        HttpResponse<String> answer = client.exchange(federation.province, code());
        String idToken = HandMadeClient.member(answer.body(), "id_token");
        assertThat(tokens).isEmpty();

        for (Map<String, String> query : List.of(
                Map.of("post_logout_redirect_uri", "https://evil.example/"),
                Map.of("post_logout_redirect_uri", "https://evil.example/", "id_token_hint", idToken),
                Map.of(
                        "post_logout_redirect_uri",
                        federation.platform + "/visit/signed-out",
                        "id_token_hint",
                        "a.b.c"))) {
            Browser.Page page = browser.open(Parameters.append(federation.province + "/signout", query));
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.way()).isEmpty();
        }
        Browser.Page elsewhere = new Browser()
                .openUpTo(
                        Parameters.append(
                                federation.province + "/signout",
                                Map.of(
                                        "post_logout_redirect_uri",
                                        federation.platform + "/visit/signed-out",
                                        "id_token_hint",
                                        idToken)),
                        federation.platform.toString());
        assertThat(elsewhere.way()).hasSize(1);
        assertThat(browser.open(federation.province.resolve("/")).element("account"))
                .as("whom another browser did not sign out")
                .isEqualTo(federation.people.pupil());
    }

    @Test
    void takesNoLogoutTokenThatItsIssuerDidNotSign() throws Exception {
        Browser.Page form = browser.open(URI.create(federation.platform + "/visit/signin?iss=" + federation.province));
        Browser.Page home = browser.submit(
                form,
                Map.of(
                        "account", federation.people.pupil(),
                        "password", federation.people.pupilPassword(),
                        "action", "signin"));
        SigningKey forged = SigningKey.generate(KeyType.P_256);
        String token = io.xuemeng.identity.token.TokenIssuer.of(federation.province.toString())
                .signer(forged, "forged")
                .build()
                .issueLogout(home.element("subject"), null, federation.platform.toString());

        for (String sent : List.of(token, "", "a.b.c", "a.e30.c")) {
            assertThat(HandMadeClient.post(
                                    URI.create(federation.platform + "/visit/backchannel-logout"),
                                    Map.of("logout_token", sent))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(browser.open(federation.platform.resolve("/")).element("subject"))
                .isEqualTo(home.element("subject"));
    }

    @Test
    void asksForThePasswordAgainWhenAClientWantsThat() throws Exception {
        code();

        for (Map<String, String> wish :
                List.of(Map.of("prompt", "login"), Map.of("max_age", "0"), Map.of("max_age", "x"))) {
            Browser.Page page = browser.open(client.request(federation.province, wish));
            assertThat(page.text()).as(wish.toString()).contains("type=\"password\"");
            assertThat(browser.submit(page, Map.of("action", "continue")).status())
                    .isEqualTo(401);
        }
        for (Map<String, String> wish : List.of(Map.of("prompt", "none"), Map.of("max_age", "3600"))) {
            Browser.Page back = browser.openUpTo(client.request(federation.province, wish), client.redirectUri());
            assertThat(back.way().get(0).toString()).as(wish.toString()).contains("code=");
        }
    }

    @Test
    void slowsDownWhoeverGuesses() throws Exception {
        Browser.Page page = browser.open(federation.province.resolve("/signin"));
        String account = "guessed-" + ProofKey.challenge(client.verifier).substring(0, 8);
        // A slow machine may be slower than the first waits, but they double.
        for (int i = 0; i < 15 && page.status() != 429; i++) {
            page = browser.submit(page, Map.of("account", account, "password", "guess-" + i));
        }

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.element("problem")).startsWith("There were too many attempts.");
    }
}
