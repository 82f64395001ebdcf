package io.xuemeng.examples.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Looks at the page in a real browser, as a clerk of a province does. */
@Tag("browser")
class HtmlReportBrowserTest {

    @TempDir
    Path folder;

    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        Path page = folder.resolve("intake.html");
        Tally tally = new Tally();
        try (ReportWriter writer = ReportWriter.open(page, Outcomes.run(Locale.SIMPLIFIED_CHINESE))) {
            for (Outcome outcome : List.of(
                    Outcomes.accepted("数学/分数.zip", "分数的初步认识"),
                    Outcomes.rejected("物理.zip", "<b>力</b>"),
                    Outcomes.rejected("chemistry.zip", "acid"))) {
                tally.add(outcome);
                writer.write(outcome);
            }
            writer.finish(new End(tally, Duration.ofSeconds(2), false));
        }
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver"))
                        .build(),
                options());
        browser.get(page.toUri().toString());
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
                "--window-size=1200,900",
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
    }

    private List<String> shownInputs() {
        return browser.findElements(By.cssSelector(".input .name")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void showsAllInputsInChineseAtFirstAndInEnglishOnDemand() {
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("资源入库校验报告");
        assertThat(shownInputs()).containsExactly("数学/分数.zip", "物理.zip", "chemistry.zip");

        browser.findElement(By.id("language")).click();

        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Intake report");
        assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void filtersByVerdictAndSearches() {
        browser.findElement(By.cssSelector("button[data-verdict=REJECTED]")).click();
        assertThat(shownInputs()).containsExactly("物理.zip", "chemistry.zip");

        browser.findElement(By.id("search")).sendKeys("ACID");
        assertThat(shownInputs()).containsExactly("chemistry.zip");

        browser.findElement(By.id("search")).sendKeys(" nowhere");
        assertThat(shownInputs()).isEmpty();
        assertThat(browser.findElement(By.id("none")).isDisplayed()).isTrue();
    }

    @Test
    void opensAnInputWithTheKeyboardAndShowsWhatIsWrongAsText() {
        WebElement summary =
                browser.findElements(By.cssSelector(".REJECTED > summary")).get(0);
        summary.sendKeys(Keys.ENTER);

        WebElement finding =
                browser.findElements(By.cssSelector(".REJECTED .finding")).get(0);
        assertThat(finding.isDisplayed()).isTrue();
        assertThat(finding.getText()).contains("TEST-001", "imsmanifest.xml:12:5", "发现了“<b>力</b>”。", "请修改。");
    }

    @Test
    void breaksNothingOfItsOwnSecurityPolicyAndFitsTheWindow() throws IOException {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        Number overflow = (Number) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow.intValue()).isZero();
        byte[] picture = browser.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
        Path kept = Path.of("target", "intake-report.png");
        Files.createDirectories(kept.getParent());
        assertThat(Files.write(kept, picture)).isNotEmptyFile();
    }

    @Test
    void fitsAPhoneAndKeepsItsContrastInTheDark() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 780, "deviceScaleFactor", 1, "mobile", true));
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));

            assertThat((Number) browser.executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0L);
            for (String element : List.of("h1", "dt", ".badge", "button[aria-pressed=true]", "#search")) {
                assertThat(contrast(element)).as(scheme + " " + element).isGreaterThan(4.5); // WCAG 2.2, 1.4.3
            }
        }
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
