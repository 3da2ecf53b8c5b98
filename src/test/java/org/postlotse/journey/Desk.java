package org.postlotse.journey;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postlotse.support.Chromium;

/** The desk of a staffed hoster, as somebody who is logged in there uses it. */
final class Desk {
    private static final String COOKIE = "__Host-desk";
    private static final Path GALLERY = Path.of("target/gallery");

    /** Each log-in takes a while: a password's hash is dear. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private Desk() {}

    /** Asks as one of the staff. */
    static io.restassured.specification.RequestSpecification as(String name) {
        var session = SESSIONS.computeIfAbsent(
                name, who -> DeskTest.logIn(who, StaffedHoster.PASSWORD).cookie(COOKIE));
        return given().cookie(COOKIE, session);
    }

    /** Looks for a mailbox. */
    static Response search(String who, String typed) {
        return as(who).redirects().follow(false).formParam("address", typed).post("/de/desk/cases");
    }

    /** Where an answer leads. */
    static String path(Response led) {
        return URI.create(led.header("Location")).getPath()
                + java.util.Optional.ofNullable(
                                URI.create(led.header("Location")).getQuery())
                        .map(query -> "?" + query)
                        .orElse("");
    }

    /** What stands in the way on a page, in all widths and colours, one line each; it is pictured, too. */
    static void look(Chromium browser, String page, String language, List<String> found) {
        for (int width : List.of(320, 768, 1280))
            for (var dark : List.of(false, true)) {
                // all rules at the ends of the range, in German; what a language can break shows on the narrowest page
                boolean whole = dark == (width == 1280) && width != 768;
                if (!language.equals("de") && !(whole && width == 320)) continue;
                browser.looking(width, dark);
                var look = page + " " + width + (dark ? " dark " : " light ") + language + ": ";
                (whole ? browser.barriers() : browser.barriersOfLook()).forEach(barrier -> found.add(look + barrier));
                if (browser.overhang() != 0) found.add(look + "sideways");
                browser.picture(GALLERY.resolve("desk%s-%d-%s-%s.png"
                        .formatted(page.replace('/', '-'), width, dark ? "dark" : "light", language)));
            }
    }
}
