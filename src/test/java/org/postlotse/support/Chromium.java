package org.postlotse.support;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The real Chromium, where it is installed: without a window, without a network but loopback. */
public final class Chromium implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A fresh browser that keeps its things in an empty directory and asks for pages in German. */
    public static Chromium in(Path directory) {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=de",
                "--user-data-dir=" + directory);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .usingAnyFreePort()
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        return new Chromium(driver);
    }

    /** How wide a page is, in CSS pixels, and in which colours it is asked for. */
    public Chromium looking(int width, boolean dark) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** Whether scripts of pages run; what the tests themselves ask still does. */
    public Chromium scripts(boolean on) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
        return this;
    }

    public Chromium open(String url) {
        driver.get(url);
        return this;
    }

    /** Clicks the first link or button whose words contain these. */
    public Chromium click(String words) {
        elements("a, button, summary")
                .filter(element -> element.isDisplayed() && element.getText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to click says “" + words + "” on " + url()))
                .click();
        return this;
    }

    /** Types into the field of this id. */
    public Chromium type(String id, String text) {
        var field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    public String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    public String title() {
        return driver.getTitle();
    }

    public String url() {
        return driver.getCurrentUrl();
    }

    /** All words that are shown. */
    public String words() {
        return driver.findElement(By.tagName("body")).getText();
    }

    private Stream<WebElement> elements(String css) {
        return driver.findElements(By.cssSelector(css)).stream();
    }

    /** How many pixels of the page do not fit into its width. */
    public long overhang() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What the browser complained of: broken scripts, forbidden sources. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What axe-core finds wrong with the page, and what it can not decide, one line each. */
    public List<String> barriers() {
        var results = new AxeBuilder().withTags(RULES).analyze(driver);
        return Stream.concat(
                        results.getViolations().stream().map(rule -> "violation " + told(rule)),
                        results.getIncomplete().stream().map(rule -> "incomplete " + told(rule)))
                .toList();
    }

    private String told(Rule rule) {
        return rule.getId() + " on " + url() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    /** The whole page as a picture. */
    public Chromium picture(Path file) {
        var answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", wholePage()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(answer.get("data").toString()));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return this;
    }

    private Map<String, Object> wholePage() {
        long width = (Long) driver.executeScript("return document.documentElement.clientWidth");
        long height = (Long) driver.executeScript("return document.documentElement.scrollHeight");
        return Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
