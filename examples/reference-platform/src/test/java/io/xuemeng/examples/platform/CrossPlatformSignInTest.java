package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.examples.platform.web.Parameters;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of the province open the platform: over HTTP, as a browser does it. */
class CrossPlatformSignInTest {

    @TempDir
    private static Path folder;

    private static TestFederation federation;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws Exception {
        federation = TestFederation.start(folder);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    /** From the platform's first page to the province's form, over the hub. */
    private Browser.Page provincesForm() throws Exception {
        Browser.Page home = browser.open(federation.platform.resolve("/"));
        Browser.Page choice = browser.open(home.link("federated"));
        assertThat(choice.address().toString()).startsWith(federation.hub + "/choose");
        assertThat(choice.text()).contains("乙学习平台（演示）").doesNotContain(">乙学习平台（演示）</a>");
        return browser.open(choice.link("甲省教育平台（演示）"));
    }

    private Browser.Page signIn(Browser.Page form, String account, String password) throws Exception {
        return signIn(form, account, password, browser);
    }

    private static Browser.Page signIn(Browser.Page form, String account, String password, Browser browser)
            throws Exception {
        return browser.submit(form, Map.of("account", account, "password", password, "action", "signin"));
    }

    private Browser.Page signedIn() throws Exception {
        return signIn(provincesForm(), federation.people.pupil(), federation.people.pupilPassword());
    }

    @Test
    void signsAPupilOfTheProvinceInAtThePlatform() throws Exception {
        Browser.Page form = provincesForm();
        assertThat(form.address().toString()).startsWith(federation.province + "/signin");
        assertThat(form.element("client")).isEqualTo("乙学习平台（演示）");

        Browser.Page home = signIn(form, federation.people.pupil(), federation.people.pupilPassword());

        assertThat(home.address()).isEqualTo(federation.platform.resolve("/"));
        assertThat(home.element("home")).isEqualTo("甲省教育平台（演示）");
        assertThat(home.element("role")).isEqualTo("a learner");
        assertThat(home.element("organization")).isEqualTo("2111000001");
        assertThat(home.element("subject")).hasSize(43);
        assertThat(home.text()).doesNotContain(federation.people.pupil());
    }

    @Test
    void knowsAPersonAgainAndTellsTwoApart() throws Exception {
        String pupil = signedIn().element("subject");
        String again = new CrossPlatformSignInTest().signedIn().element("subject");
        CrossPlatformSignInTest other = new CrossPlatformSignInTest();
        String teacher = other.signIn(
                        other.provincesForm(), federation.people.teacher(), federation.people.teacherPassword())
                .element("subject");

        assertThat(again).isEqualTo(pupil);
        assertThat(teacher).isNotEqualTo(pupil);
    }

    @Test
    void asksForThePasswordOnceAndGoesOnWithoutItAfterwards() throws Exception {
        signedIn();
        Browser.Page home = browser.open(federation.platform.resolve("/"));

        Browser.Page again = browser.open(URI.create(federation.platform + "/visit/signin?iss=" + federation.province));

        assertThat(again.address()).isEqualTo(federation.platform.resolve("/"));
        assertThat(again.element("subject")).isEqualTo(home.element("subject"));
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfAnAccountThatDoesNotExist() throws Exception {
        Browser.Page form = provincesForm();
        Browser.Page wrong = signIn(form, federation.people.pupil(), "guess");
        Browser.Page nobody = signIn(wrong, "nobody", "guess");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(wrong.element("problem")).isEqualTo("Account or password is wrong.");
        assertThat(nobody.text()).isEqualTo(wrong.text());
    }

    @Test
    void goesBackWithoutSigningInWhenSomebodyCancels() throws Exception {
        Browser.Page back = browser.submit(provincesForm(), Map.of("action", "cancel"));

        assertThat(back.address().toString()).startsWith(federation.platform + "/visit/callback?error=access_denied");
        assertThat(back.element("message")).isEqualTo("You were not signed in. Begin again from the first page.");
        assertThat(browser.open(federation.platform.resolve("/")).element("subject"))
                .isEmpty();
    }

    @Test
    void signsOutAtThePlatformAndAtTheProvince() throws Exception {
        Browser.Page home = signedIn();

        Browser.Page out = browser.submit(home, "/visit/signout", Map.of());

        assertThat(out.way().get(0).toString()).startsWith(federation.province + "/signout?id_token_hint=");
        assertThat(out.address().toString()).startsWith(federation.platform + "/visit/signed-out");
        assertThat(browser.open(federation.platform.resolve("/")).element("subject"))
                .isEmpty();
        assertThat(browser.open(federation.province.resolve("/")).text()).contains("You are not signed in.");
    }

    @Test
    void signsOutAtThePlatformWhenSomebodySignsOutAtTheProvince() throws Exception {
        signedIn();
        Browser.Page ask = browser.open(federation.province.resolve("/signout"));
        assertThat(browser.open(federation.platform.resolve("/")).element("subject"))
                .isNotEmpty();

        browser.submit(ask, Map.of());

        awaitEndAtThePlatform();
    }

    /** A platform's request that does not say whose session is meant, so that the province asks. */
    private static URI requestToSignOut() {
        return Parameters.append(
                federation.province + "/signout",
                Map.of(
                        "client_id",
                        federation.platform.toString(),
                        "post_logout_redirect_uri",
                        federation.platform + "/visit/signed-out",
                        "state",
                        "a state & more"));
    }

    @Test
    void goesBackToThePlatformThatAskedAfterTheQuestionWhetherToSignOut() throws Exception {
        signedIn();
        Browser.Page question = browser.open(requestToSignOut());
        assertThat(question.element("submit")).isEqualTo("Sign out");
        assertThat(question.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + federation.platform + ";");
        Browser.Page chinese = browser.open(question.link("language"));
        assertThat(chinese.element("submit")).isEqualTo("退出登录");

        Browser.Page back = browser.submit(chinese, Map.of());

        assertThat(back.address())
                .isEqualTo(federation.platform.resolve("/visit/signed-out?state=a%20state%20%26%20more"));
        awaitEndAtThePlatform();
    }

    @Test
    void leadsNobodyBackWhoseBrowserDidNotBringTheRequestToSignOut() throws Exception {
        signedIn();
        Browser.Page question = browser.open(requestToSignOut());
        Browser other = new Browser();
        Browser.Page form = signIn(
                other.open(federation.province.resolve("/signin")),
                federation.people.pupil(),
                federation.people.pupilPassword(),
                other);
        Browser.Page ask = other.open(form.address().resolve("/signout"));

        Browser.Page out = other.submit(ask, Map.of("request", question.field("request")));

        assertThat(out.address()).isEqualTo(federation.province.resolve("/signout"));
        assertThat(out.element("message")).isEqualTo("You are signed out.");
    }

    @Test
    void signsItsOwnPeopleInForItself() throws Exception {
        Browser.Page form =
                browser.open(browser.open(federation.province.resolve("/")).link("here"));

        Browser.Page home = signIn(form, federation.people.teacher(), federation.people.teacherPassword());

        assertThat(home.address()).isEqualTo(federation.province.resolve("/"));
        assertThat(home.element("account")).isEqualTo(federation.people.teacher());
    }

    @Test
    void tellsWhoeverIsSignedInAlreadyWhatAPlatformIsToldBeforeItIsTold() throws Exception {
        Browser.Page own = browser.open(federation.province.resolve("/signin"));
        signIn(own, federation.people.pupil(), federation.people.pupilPassword());

        Browser.Page question = provincesForm();
        assertThat(question.text()).contains("That platform is told your role").doesNotContain("type=\"password\"");
        assertThat(question.element("who")).isEqualTo(federation.people.pupil());
        Browser.Page home = browser.submit(question, Map.of("action", "continue"));

        assertThat(home.address()).isEqualTo(federation.platform.resolve("/"));
        assertThat(home.element("subject")).hasSize(43);
    }

    @Test
    void endsTheSessionOfWhoeverForgotToSignOutWhenSomebodyElseSignsIn() throws Exception {
        assertThat(signedIn().element("subject")).isNotEmpty();
        HandMadeClient client = new HandMadeClient(
                federation.platform, federation.keys("platform").client());
        Browser.Page form = browser.open(client.request(federation.province, Map.of("prompt", "login")));

        Browser.Page back = browser.submitUpTo(
                form,
                Map.of(
                        "account", federation.people.teacher(),
                        "password", federation.people.teacherPassword(),
                        "action", "signin"),
                client.redirectUri());

        assertThat(back.way().get(0).toString()).contains("code=");
        awaitEndAtThePlatform();
    }

    @Test
    void keepsTheSessionOfWhoeverTypesThePasswordAgain() throws Exception {
        String pupil = signedIn().element("subject");
        Browser.Page own = browser.open(federation.province.resolve("/signin"));
        signIn(own, federation.people.pupil(), federation.people.pupilPassword());
        Thread.sleep(300);

        assertThat(browser.open(federation.platform.resolve("/")).element("subject"))
                .isEqualTo(pupil);
        browser.submit(browser.open(federation.province.resolve("/signout")), Map.of());
        awaitEndAtThePlatform();
    }

    @Test
    void continuesForNobodyWhoIsNotSignedIn() throws Exception {
        Browser.Page page = browser.submit(provincesForm(), Map.of("action", "continue"));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.address().toString()).startsWith(federation.province + "/signin");
    }

    @Test
    void speaksChineseToWhoeverWantsIt() throws Exception {
        Browser.Page form = provincesForm();

        Browser.Page chinese = browser.open(form.link("language"));

        assertThat(chinese.text()).contains("<html lang=\"zh-CN\">", "该平台将获知您的身份、所在学校");
        Browser.Page wrong = signIn(chinese, "nobody", "guess");
        assertThat(wrong.element("problem")).isEqualTo("账号或密码不正确。");
        assertThat(browser.open(wrong.link("language")).element("client")).isEqualTo("乙学习平台（演示）");
    }

    @Test
    void goesOnInTheLanguageThatWasChosenAtTheFirstPage() throws Exception {
        Browser.Page home = browser.open(federation.platform.resolve("/"));
        assertThat(home.text()).contains("<html lang=\"en\">");
        browser.open(home.link("language"));

        Browser.Page form = provincesForm();
        assertThat(form.text()).contains("<html lang=\"zh-CN\">");
        Browser.Page back = signIn(form, federation.people.pupil(), federation.people.pupilPassword());

        assertThat(back.element("role")).isEqualTo("学生");
        assertThat(browser.submit(back, "/visit/signout", Map.of()).element("message"))
                .isEqualTo("您已退出登录。");
    }

    @Test
    void signsInWithSm2WhenThePlatformWantsIt(@TempDir Path other) throws Exception {
        try (TestFederation sm2 = TestFederation.startWithSm2(other)) {
            Browser.Page form = browser.open(URI.create(sm2.platform + "/visit/signin?iss=" + sm2.province));

            Browser.Page home = signIn(form, sm2.people.pupil(), sm2.people.pupilPassword());

            assertThat(home.element("subject")).hasSize(43);
        }
    }

    /** The province tells the platform in its own time. */
    private void awaitEndAtThePlatform() throws Exception {
        for (int i = 0; i < 500; i++) {
            if (browser.open(federation.platform.resolve("/"))
                    .element("subject")
                    .isEmpty()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the platform was not told that the session is over");
    }
}
