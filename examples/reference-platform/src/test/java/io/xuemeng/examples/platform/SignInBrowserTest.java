package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A pupil of the province opens the platform, in a real browser: hub, province and platform run, each at an address of its own. */
@Tag("browser")
class SignInBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    Path folder;

    private TestFederation federation;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws Exception {
        federation = TestFederation.start(folder.resolve("federation"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver"))
                        .build(),
                options());
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
        Files.createDirectories(PICTURES);
    }

    private ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium"));
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=zh-CN",
                "--accept-lang=zh-CN",
                "--window-size=1000,900",
                "--user-data-dir=" + folder.resolve("browser"));
        return options;
    }

    private static File onPath(String program) {
        for (String place : System.getenv("PATH").split(File.pathSeparator)) {
            File file = new File(place, program);
            if (file.canExecute()) {
                return file;
            }
        }
        throw new IllegalStateException(
                program + " is not on the PATH; without a browser, leave out the profile 'browser'");
    }

    @AfterEach
    void close() {
        browser.quit();
        federation.close();
    }

    private WebElement find(String id) {
        return browser.findElement(By.id(id));
    }

    private void show(String name) throws Exception {
        byte[] picture = browser.getScreenshotAs(OutputType.BYTES);
        assertThat(Files.write(PICTURES.resolve(name + ".png"), picture)).isNotEmptyFile();
    }

    /** From the platform's first page over the hub to the province's form. */
    private void goToTheProvince() throws Exception {
        browser.get(federation.platform.toString());
        show("1-platform");
        find("federated").click();
        browser.findElement(By.linkText("甲省教育平台（演示）"));
        assertThat(browser.getCurrentUrl()).startsWith(federation.hub.toString());
        show("2-hub");
        browser.findElement(By.linkText("甲省教育平台（演示）")).click();
        find("password");
        assertThat(browser.getCurrentUrl()).startsWith(federation.province + "/signin");
    }

    private void signIn(String account, String password) {
        find("account").clear();
        find("account").sendKeys(account);
        find("password").sendKeys(password, Keys.ENTER);
    }

    @Test
    void signsAPupilOfTheProvinceInAtThePlatformAndOutAgainEverywhere() throws Exception {
        goToTheProvince();
        assertThat(find("client").getText()).isEqualTo("乙学习平台（演示）");
        show("3-province");

        signIn(federation.people.pupil(), federation.people.pupilPassword());

        String subject = find("subject").getText();
        assertThat(browser.getCurrentUrl()).isEqualTo(federation.platform + "/");
        assertThat(subject).hasSize(43);
        assertThat(find("home").getText()).isEqualTo("甲省教育平台（演示）");
        assertThat(find("role").getText()).isEqualTo("学生");
        show("4-signed-in");

        find("complete").click();
        assertThat(find("message").getText()).isEqualTo("学习记录已保存到您账号所在的平台。");

        browser.get(federation.platform + "/visit/signin?iss=" + federation.province);
        assertThat(find("subject").getText())
                .as("signed in again, without a password")
                .isEqualTo(subject);

        find("signout").click();
        assertThat(find("message").getText()).isEqualTo("您已退出登录。");
        assertThat(browser.getCurrentUrl()).startsWith(federation.platform + "/visit/signed-out");
        browser.get(federation.province.toString());
        assertThat(find("here").isDisplayed())
                .as("signed out at the province too")
                .isTrue();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void goesBackToThePlatformThatAskedWhenThePupilConfirmsToSignOut() throws Exception {
        goToTheProvince();
        signIn(federation.people.pupil(), federation.people.pupilPassword());
        find("subject");

        browser.get(federation.province + "/signout?state=s-1&client_id=" + federation.platform
                + "&post_logout_redirect_uri=" + federation.platform + "/visit/signed-out");
        show("6-sign-out");
        find("submit").click();

        assertThat(find("message").getText()).isEqualTo("您已退出登录。");
        assertThat(browser.getCurrentUrl()).isEqualTo(federation.platform + "/visit/signed-out?state=s-1");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void endsTheSessionAtThePlatformWhenThePupilSignsOutAtTheProvince() throws Exception {
        goToTheProvince();
        signIn(federation.people.pupil(), federation.people.pupilPassword());
        find("subject");

        browser.get(federation.province + "/signout");
        find("submit").click();
        assertThat(find("message").getText()).isEqualTo("您已退出登录。");

        browser.manage().timeouts().implicitlyWait(Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            browser.get(federation.platform.toString());
            if (!browser.findElements(By.id("federated")).isEmpty()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("still signed in at the platform");
    }

    @Test
    void saysWhatIsWrongGoesBackOnCancelAndSpeaksEnglishToo() throws Exception {
        goToTheProvince();
        signIn(federation.people.pupil(), "guess");
        WebElement problem = find("problem");
        assertThat(problem.getText()).isEqualTo("账号或密码不正确。");
        assertThat(problem.getDomAttribute("role")).isEqualTo("alert");
        show("5-wrong");

        find("language").click();
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("en");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Sign in");

        find("cancel").click();
        assertThat(find("message").getText()).isNotEmpty();
        assertThat(browser.getCurrentUrl()).startsWith(federation.platform + "/visit/callback?error=access_denied");
    }

    @Test
    void keepsItsCookiesFromScriptsOtherSitesAndOtherHosts() throws Exception {
        goToTheProvince();
        signIn(federation.people.pupil(), federation.people.pupilPassword());
        find("subject");

        Set<Cookie> cookies = browser.manage().getCookies();
        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.getName()).startsWith("__Host-");
            assertThat(cookie.isSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.getExpiry()).isNull();
        });
        assertThat(browser.executeScript("return document.cookie")).isEqualTo("");
    }

    @Test
    void canBeUsedByKeyboardOnAPhoneAndInTheDark() throws Exception {
        goToTheProvince();
        for (WebElement field : List.of(find("account"), find("password"))) {
            assertThat(browser.findElement(By.cssSelector("label[for=" + field.getDomAttribute("id") + "]"))
                            .isDisplayed())
                    .isTrue();
        }
        // The first stop is the language, then the form in its order.
        List<String> stops = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            stops.add(browser.switchTo().activeElement().getDomAttribute("id"));
        }
        assertThat(stops).containsExactly("language", "account", "password", "submit", "cancel");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", true));
        signIn("nobody", "guess");
        find("problem");
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            assertThat((Number) browser.executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("WCAG 2.2, 1.4.10")
                    .isEqualTo(0L);
            for (String element :
                    List.of("h1", "label", "#problem", "#submit", "#cancel", "#language", ".note", "footer")) {
                assertThat(contrast(element)).as(scheme + " " + element).isGreaterThan(4.5); // WCAG 2.2, 1.4.3
            }
        }
    }

    /** What the browser complains of: a policy that is broken, a thing that is missing. Refused passwords are no fault of the page. */
    private List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("favicon"))
                .toList();
    }

    /** The contrast of an element's text with what is behind it, as WCAG 2.2 defines it. */
    private double contrast(String selector) {
        Number ratio = (Number) browser.executeScript("""
                const light = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number).map(c => c / 255)
                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                const element = document.querySelector(arguments[0]);
                let behind = element;
                while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') {
                    behind = behind.parentElement;
                }
                const pair = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)];
                return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
                """, selector);
        return ratio.doubleValue();
    }
}
