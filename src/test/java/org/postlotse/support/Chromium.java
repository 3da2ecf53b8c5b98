package org.postlotse.support;

import static org.openqa.selenium.support.ui.ExpectedConditions.stalenessOf;

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
                "--accept-lang=de",
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

    /** As those see a page whom motion makes dizzy, and who told their system so. */
    public Chromium withoutMotion() {
        return media("prefers-reduced-motion", "reduce");
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
        if (leads) awaitNext(page);
        return this;
    }

    /** While one page gives way to the next, the driver may say more than that the old one is stale. */
    void awaitNext(WebElement page) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(stalenessOf(page));
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

    /** Waits until a script in the page answers with something that counts as true. */
    public Chromium await(String script) {
        new WebDriverWait(driver, PATIENCE)
                .until(browser -> ask("return Boolean((() => {" + script + "})())") == Boolean.TRUE);
        return this;
    }

    /** As it looks on this medium: {@code screen} or {@code print}. */
    public Chromium on(String medium) {
        command("Emulation.setEmulatedMedia", Map.of("media", medium));
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
        return String.valueOf(
                ask("return document.querySelector('h1').innerText")); // at once: some pages change by themselves
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
    public List<String> barriers() {
        return Axe.barriers(driver).stream().map(line -> url() + " " + line).toList();
    }

    /** As {@link #barriers}, by the rules alone that another width or other colours can break. */
    public List<String> barriersOfLook() {
        return Axe.barriersOfLook(driver).stream()
                .map(line -> url() + " " + line)
                .toList();
    }

    /** A rule on top of the page's own style, as people have them in their browsers. */
    public Chromium styled(String rule) {
        driver.executeScript(
                "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);"
                        + "document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];",
                rule);
        return this;
    }

    /** What came over the line for the page, in bytes: itself, its styles, scripts and pictures, compressed as they came. */
    public long weight() {
        return (Long) driver.executeScript("""
                return ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))
                    .reduce((sum, one) => sum + one.encodedBodySize, 0)""");
    }

    /** What a script in the page answers. */
    public Object ask(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** The whole page as a picture: PNG, or JPEG where the file is called so. */
    public Chromium picture(Path file) {
        var format = file.toString().endsWith(".jpg") ? "jpeg" : "png";
        var answer = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", format, "captureBeyondViewport", true, "clip", wholePage()));
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
