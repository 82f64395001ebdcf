package io.xuemeng.identity.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.identity.TestKeys;
import io.xuemeng.identity.keys.MutableClock;
import io.xuemeng.identity.token.EducationRole;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubClientTest {

    private static final HubCredentials CREDENTIALS =
            HubCredentials.of(LocalHub.APP_ID, LocalHub.APP_KEY, LocalHub.SYSTEM_CODE);

    private final MutableClock clock = new MutableClock();
    private LocalHub hub;
    private HubClient client;

    @BeforeEach
    void start() throws IOException {
        hub = new LocalHub(true, true);
        client = client(hub, CREDENTIALS);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private HubClient client(LocalHub at, HubCredentials credentials) {
        return HubClient.at(at.address(), credentials)
                .clock(clock)
                .timeLimit(Duration.ofSeconds(5))
                .build();
    }

    @Test
    void makesTheKeyProofThatOthersMake() {
        // Computed with OpenSSL: printf %s APP0001key1700000000000 | openssl dgst -sha1 -hmac key
        HubCredentials credentials = HubCredentials.of("APP0001", "key", "S");

        assertThat(credentials.keyInfo("1700000000000")).isEqualTo("69D0A3A08712D52EA14D1BCE7EE384F1C21EA574");
        assertThat(credentials.withHexCase(HexCase.LOWER).keyInfo("1700000000000"))
                .isEqualTo("69D0A3A08712D52EA14D1BCE7EE384F1C21EA574".toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void caseAndUnitAreSettings(boolean upper, boolean millis) throws Exception {
        try (LocalHub other = new LocalHub(upper, millis)) {
            HubCredentials right = CREDENTIALS
                    .withHexCase(upper ? HexCase.UPPER : HexCase.LOWER)
                    .withTimeStampUnit(millis ? TimeStampUnit.MILLISECONDS : TimeStampUnit.SECONDS);
            HubCredentials wrong = right.withHexCase(upper ? HexCase.LOWER : HexCase.UPPER);

            assertThat(client(other, right).accessToken()).isEqualTo("token 1");
            HubRefusedException refused = catchThrowableOfType(
                    HubRefusedException.class, () -> client(other, wrong).accessToken());
            assertThat(refused.error()).isEqualTo(HubError.WRONG_PARAMETER);
        }
    }

    @Test
    void keepsTheAccessTokenWhileItIsGood() throws Exception {
        client.accessToken();
        clock.advance(Duration.ofSeconds(7139));
        assertThat(client.accessToken()).isEqualTo("token 1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.accessToken()).isEqualTo("token 2");
        client.forgetAccessToken();
        assertThat(client.accessToken()).isEqualTo("token 3");
        assertThat(hub.requests).containsOnly("getAccessToken").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"600", "SECONDS", "MILLIS"})
    void keepsTheAccessTokenNoLongerThanTheHubSays(String validTime) throws Exception {
        hub.validTime = switch (validTime) {
            case "SECONDS" -> Long.toString(TestKeys.NOW.plusSeconds(600).getEpochSecond());
            case "MILLIS" -> Long.toString(TestKeys.NOW.plusSeconds(600).toEpochMilli());
            default -> validTime;
        };
        client.accessToken();
        clock.advance(Duration.ofSeconds(539));
        assertThat(client.accessToken()).isEqualTo("token 1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(client.accessToken()).isEqualTo("token 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "forever", "999999999", "99999999999999999"})
    void keepsTheAccessTokenForTheUsualTimeWhenTheHubSaysNothingSensible(String validTime) throws Exception {
        hub.validTime = validTime;
        client.accessToken();
        clock.advance(Duration.ofSeconds(7139));
        assertThat(client.accessToken()).isEqualTo("token 1");
    }

    @Test
    void aTicketNamesThePersonOnce() throws Exception {
        String ticket = client.createTicket("session-1");
        HubUser user = client.validateTicket(ticket);

        assertThat(user.id()).isEqualTo("u-1");
        assertThat(user.name()).isEqualTo("李雷");
        assertThat(user.gender()).isEqualTo(HubUser.Gender.MALE);
        assertThat(user.statedIdentity()).contains(HubIdentity.STUDENT);
        assertThat(user.others()).containsKey("orgId");
        assertThat(user.toString()).doesNotContain("李雷", "u-1");
        HubRefusedException again =
                catchThrowableOfType(HubRefusedException.class, () -> client.validateTicket(ticket));
        assertThat(again.error()).isEqualTo(HubError.INVALID_TICKET);
        assertThat(again.code()).isEqualTo("300006");
    }

    @Test
    void understandsTheOlderFormOfProvincialPlatforms() throws Exception {
        HubUser user = client.loginUser("session-1");

        assertThat(user.id()).isEqualTo("p-7");
        assertThat(user.statedIdentity()).contains(HubIdentity.TEACHER);
        assertThat(user.gender()).isNull();
    }

    @Test
    void sendsPeopleToTheHubToSignIn() throws Exception {
        URI page = client.signInPage(client.createOauthTicket(), URI.create("https://p.example.cn/cb?a=b"));

        assertThat(page.toString())
                .isEqualTo(hub.address()
                        + "/bmp-oauth?accessTicket=AT%2F1&redirect_uri=https%3A%2F%2Fp.example.cn%2Fcb%3Fa%3Db");
    }

    @Test
    void saysWhoIsNotVerifiedAndWhereThatCanBeDone() throws Exception {
        client.requireVerified("u-1", "verified");
        HubRefusedException refused =
                catchThrowableOfType(HubRefusedException.class, () -> client.requireVerified("u-1", "other"));

        assertThat(refused.error()).isEqualTo(HubError.NOT_VERIFIED);
        assertThat(refused.data().orElseThrow().text()).contains("certUrl");
    }

    @Test
    void keepsTheCodeAndTheWordsOfErrorsThatAreNotKnown() {
        HubRefusedException refused =
                catchThrowableOfType(HubRefusedException.class, () -> client.call("/odd/code", RawJson.of("{}")));

        assertThat(refused.error()).isEqualTo(HubError.OTHER);
        assertThat(refused.code()).isEqualTo("999123");
        assertThat(refused.description()).isEqualTo("系统繁忙");
        assertThat(refused).hasMessageContaining("999123").hasMessageContaining("系统繁忙");
    }

    @Test
    void takesCodesThatAreNumbers() {
        HubRefusedException refused =
                catchThrowableOfType(HubRefusedException.class, () -> client.call("/odd/number", RawJson.of("{}")));

        assertThat(refused.error()).isEqualTo(HubError.WRONG_PARAMETER);
        HubRefusedException missing = catchThrowableOfType(HubRefusedException.class, () -> client.createTicket(""));
        assertThat(missing.error()).isEqualTo(HubError.MISSING_PARAMETER);
    }

    @Test
    void callsWhatHasNoMethodOfItsOwn() throws Exception {
        assertThat(client.call("/baseInfo/getOrgList", RawJson.of("{\"pageNo\":1,\"pageSize\":10}"))
                        .get("data")
                        .text())
                .contains("0123456789abcdef0123456789abcdef");
        assertThatThrownBy(() -> client.call("baseInfo", RawJson.of("{}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.call("/a?b=c", RawJson.of("{}"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/odd/html", "/odd/empty", "/odd/large", "/not-there"})
    void saysWhatItCannotUnderstand(String path) {
        assertThatThrownBy(() -> client.call(path, RawJson.of("{}")))
                .isInstanceOf(HubException.class)
                .isNotInstanceOf(HubRefusedException.class)
                .hasMessageContaining(path);
    }

    @Test
    void saysWhatItTriedWhenNobodyAnswers() {
        hub.close();

        assertThatThrownBy(() -> client.accessToken())
                .isInstanceOf(HubException.class)
                .hasMessageContaining("/apigateway/getAccessToken")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void tellsNobodyTheKey() {
        assertThat(CREDENTIALS.toString()).doesNotContain(LocalHub.APP_KEY);
        assertThatThrownBy(() -> HubCredentials.of("", "k", "s")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HubClient.at(URI.create("hub"), CREDENTIALS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void identityCodesAreRoles() {
        assertThat(Arrays.stream(HubIdentity.values()).map(HubIdentity::role)).containsExactly(EducationRole.values());
        assertThat(HubIdentity.ofCode("5")).isEmpty();
        assertThat(HubIdentity.ofCode("0").orElseThrow().code()).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void saysInBothLanguagesWhatWentWrong(HubError error) {
        assertThat(error.message(Locale.ENGLISH)).endsWith(".");
        assertThat(error.message(Locale.SIMPLIFIED_CHINESE)).endsWith("。");
    }
}
