package org.postlotse.support;

import static org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The real Chromium, where it is installed: without a window, without a network but loopback. */
public final class Chromium implements AutoCloseable {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String AXE = axe();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Warns that it has no DevTools classes for this version; we speak to DevTools without any. */
    private static final Logger NEEDLESS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final ChromeDriver driver;
    private final Path directory;
    private int width;

    private Chromium(ChromeDriver driver, Path directory) {
        this.driver = driver;
        this.directory = directory;
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
        NEEDLESS.setLevel(Level.OFF);
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60)).scriptTimeout(Duration.ofSeconds(60));
        return new Chromium(driver, directory).looking(1280, false);
    }

    /** How wide a page is, in CSS pixels, and in which colours it is asked for. */
    public Chromium looking(int width, boolean dark) {
        this.width = width;
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        return media("prefers-color-scheme", dark ? "dark" : "light");
    }

    /** As those see a page whose system, not the page, chooses all colours (Windows' contrast themes). */
    public Chromium inForcedColours() {
        return media("forced-colors", "active");
    }

    private Chromium media(String feature, String value) {
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
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
        var element = elements("a, button, summary")
                .filter(candidate ->
                        candidate.isDisplayed() && candidate.getText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to click says “" + words + "” on " + url()));
        var page = driver.findElement(By.tagName("html"));
        boolean leads = !element.getTagName().equals("summary");
        element.click();
        // while one page gives way to the next, the driver may say more than that the old one is stale
        if (leads)
            new WebDriverWait(driver, PATIENCE)
                    .ignoring(WebDriverException.class)
                    .until(stalenessOf(page));
        return this;
    }

    /** Clicks what a script answers within the same page, and waits until its heading is another one. */
    public Chromium clickInPage(String words) {
        var before = heading();
        elements("button")
                .filter(button -> button.getText().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button says “" + words + "” on " + url()))
                .click();
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(browser -> !heading().equals(before));
        return this;
    }

    /** The words of the element that has the focus. */
    public String focused() {
        return driver.switchTo().activeElement().getText();
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

    /** How many pixels of the page do not fit into the width asked for, on a phone that would shrink it to fit, too. */
    public long overhang() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth") - width;
    }

    /** What the browser complained of: broken scripts, forbidden sources. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What axe-core finds wrong with the page, and what it can not decide, one line each. */
    @SuppressWarnings("unchecked")
    public List<String> barriers() {
        driver.executeScript("if (!window.axe) {" + AXE + "}");
        var found = driver.executeAsyncScript("""
                const told = arguments[arguments.length - 1];
                const options = {runOnly: arguments[0], resultTypes: ['violations', 'incomplete']};
                // a sign such as the three bars of a menu has no letters to measure, but the colour of the text around it
                const sign = node => node.any.some(check => check.data && check.data.messageKey === 'nonBmp');
                const heard = rules => rules.map(rule => ({...rule, nodes: rule.nodes.filter(node => !sign(node))}))
                    .filter(rule => rule.nodes.length > 0);
                const lines = (kind, rules) => rules.map(rule => kind + ' ' + rule.id + ': '
                    + rule.nodes.map(node => node.target + ' ' + node.html + ' ' + node.failureSummary).join(' | '));
                axe.run(document, options).then(
                    found => told(lines('violation', found.violations).concat(lines('incomplete', heard(found.incomplete)))),
                    broken => told(['axe broke: ' + broken]));
                """, RULES);
        return ((List<String>) found).stream().map(line -> url() + " " + line).toList();
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

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) throw new IllegalStateException("axe.min.js is not on the class path");
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /** Ends the browser; when this returns it writes into its directory no more. */
    @Override
    public void close() {
        var processes = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(directory.toString()))
                .toList();
        driver.quit();
        processes.forEach(ServerProcess::ended);
    }
}
