package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The browser sees what we need it to see: barriers, overhang, colours, forbidden scripts. */
@Needs(RealPart.CHROMIUM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChromiumTest {
    private static final String GOOD = """
            <!doctype html>
            <html lang="de">
            <meta name="viewport" content="width=device-width">
            <title>Ein Titel</title>
            <style>
            p { height: 3000px }
            @media (prefers-color-scheme: dark) { h1 { text-transform: uppercase } }
            @media (forced-colors: active) { h1 { text-transform: lowercase } }
            </style>
            <main><h1>Guten Tag</h1><p>Ein langer Absatz</p></main>
            <script>document.querySelector("h1").textContent = "Guten Abend"</script>
            """;
    private static final String BAD = """
            <!doctype html>
            <html lang="de">
            <meta name="viewport" content="width=device-width">
            <title>Ein Titel</title>
            <main><h1>Guten Tag</h1><img src="/favicon.ico"><p style="width: 700px">breit</p></main>
            """;

    private HttpServer pages;
    private Chromium browser;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/good", GOOD, "");
        page("/strict", GOOD, "script-src 'none'");
        page("/bad", BAD, "");
        page("/desktop-only", GOOD.replace("width=device-width", ""), "");
        page("/favicon.ico", "", "");
        pages.start();
        browser = Chromium.in(directory);
    }

    @AfterAll
    void close() {
        browser.close();
        pages.stop(0);
    }

    @Test
    void finds_no_fault_in_a_good_page() {
        open("/good");

        assertThat(browser.heading()).isEqualTo("Guten Abend");
        assertThat(browser.barriers()).isEmpty();
        assertThat(browser.overhang()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void finds_a_picture_without_words_and_a_page_that_is_too_wide() {
        open("/bad");

        assertThat(browser.barriers()).singleElement().asString().contains("violation", "image-alt", "img");
        assertThat(browser.overhang()).isGreaterThan(300);
        browser.looking(1280, false);
        assertThat(browser.overhang()).isZero();
    }

    @Test
    void finds_a_page_that_is_not_made_for_phones() {
        open("/desktop-only");

        assertThat(browser.overhang()).isGreaterThan(300);
    }

    @Test
    void asks_for_pages_in_the_colours_that_people_choose() {
        open("/good");
        assertThat(browser.heading()).isEqualTo("Guten Abend");
        browser.looking(320, true);
        assertThat(browser.heading()).isEqualTo("GUTEN ABEND");
        browser.inForcedColours();
        assertThat(browser.heading()).isEqualTo("guten abend");
    }

    @Test
    void tells_of_a_script_that_the_page_s_policy_forbids() {
        open("/strict");

        assertThat(browser.heading()).isEqualTo("Guten Tag");
        assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void shows_a_page_as_those_see_it_who_have_switched_scripts_off() {
        browser.scripts(false);
        open("/good");

        assertThat(browser.heading()).isEqualTo("Guten Tag");
        browser.scripts(true);
    }

    @Test
    void takes_a_picture_of_the_whole_page(@TempDir Path directory) throws IOException {
        open("/good");
        var file = directory.resolve("pictures/page.png");

        browser.picture(file);

        var picture = ImageIO.read(file.toFile());

        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isGreaterThan(3000);
    }

    private void open(String path) {
        browser.looking(320, false)
                .open("http://127.0.0.1:" + pages.getAddress().getPort() + path);
    }

    private void page(String path, String html, String policy) {
        pages.createContext(path, exchange -> {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            if (!policy.isEmpty()) exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
