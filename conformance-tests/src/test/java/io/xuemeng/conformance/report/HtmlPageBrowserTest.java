package io.xuemeng.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Looks at the page in a real browser, as whoever reads the report does. */
@Tag("browser")
class HtmlPageBrowserTest {

    @TempDir
    Path folder;

    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        Reports.write(Results.everything(), folder.resolve("out"), Locale.SIMPLIFIED_CHINESE);
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
                "--window-size=1200,900",
                "--user-data-dir=" + folder.resolve("browser"));
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver"))
                        .build(),
                options);
        browser.get(folder.resolve("out").resolve("index.html").toUri().toString());
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
    }

    private List<String> shown() {
        return browser.findElements(By.cssSelector(".item > summary .id")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void showsTheWorstFirstInChineseAndInEnglishOnDemand() {
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("符合性测试报告");
        assertThat(shown()).startsWith("ZIP-012", "XML-008", "META-102").hasSize(6);
        assertThat(browser.findElement(By.cssSelector(".platform .conclusion")).getText())
                .isEqualTo("不符合");

        browser.findElement(By.id("language")).click();

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Conformance report");
        assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void filtersByVerdictAndSearchesAndSaysHowManyAreShown() {
        browser.findElement(By.cssSelector("button[data-verdict=cannot-tell]")).click();
        assertThat(shown()).containsExactly("XML-008", "PROD-001");
        assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("2 / 6");

        browser.findElement(By.id("search")).sendKeys("xml");
        assertThat(shown()).containsExactly("XML-008");

        browser.findElement(By.id("search")).sendKeys(" nowhere");
        assertThat(shown()).isEmpty();
        assertThat(browser.findElement(By.id("none")).isDisplayed()).isTrue();
    }

    @Test
    void opensARequirementWithTheKeyboardAndShowsTheExchangeAsText() {
        WebElement summary = browser.findElement(By.cssSelector(".failed > summary"));
        summary.sendKeys(Keys.ENTER);

        WebElement body = browser.findElement(By.cssSelector(".failed .body"));
        assertThat(body.isDisplayed()).isTrue();
        assertThat(body.getText()).contains("期望", "拒绝", "accepted </script><script>alert(1)</script>", "cd /work");
        assertThat(body.findElement(By.tagName("a")).getAttribute("href")).contains("APPNOTE");
    }

    @Test
    void everythingIsReachedWithTheTabKeyAndEveryControlHasAName() {
        WebElement active = browser.switchTo().activeElement();
        active.sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("跳到结果");
        int stops = 0;
        for (int i = 0; i < 40; i++) {
            WebElement here = browser.switchTo().activeElement();
            if (here.getTagName().equals("summary")) {
                stops++;
            }
            here.sendKeys(Keys.TAB);
        }
        assertThat(stops).isGreaterThanOrEqualTo(6);
        Number unnamed = (Number) browser.executeScript(
                "return [...document.querySelectorAll('button, a, input, summary')].filter(e => !(e.textContent.trim()"
                        + " || e.getAttribute('aria-label') || (e.labels && e.labels.length))).length");
        assertThat(unnamed.intValue()).isZero();
    }

    @Test
    void aLinkToOneRequirementOpensIt() {
        browser.get(browser.getCurrentUrl() + "#package-validator-ZIP-012");

        assertThat(browser.findElement(By.cssSelector("#package-validator-ZIP-012 .body"))
                        .isDisplayed())
                .isTrue();
    }

    @Test
    void breaksNothingOfItsOwnSecurityPolicyAndFitsEveryWindow() throws IOException {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        browser.findElement(By.cssSelector(".failed > summary")).click();
        Path kept = Files.createDirectories(Path.of("target"));
        for (int width : List.of(1200, 500)) {
            browser.manage().window().setSize(new Dimension(width, 1100));
            Number overflow = (Number) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(overflow.intValue()).as("at %s", width).isZero();
            assertThat(Files.write(
                            kept.resolve("conformance-report-" + width + ".png"),
                            browser.getScreenshotAs(OutputType.BYTES)))
                    .isNotEmptyFile();
        }
    }
}
