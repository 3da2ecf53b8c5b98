package org.postlotse.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A way past every kind of page: all steps of all routes, and what stands beside them. */
record Tour(String home, String mailbox) {

    /** A page to look at, with a name for its picture. */
    record Sight(String name, String url) {}

    List<Sight> pages() {
        var sights = new ArrayList<Sight>();
        var origin = home.replaceFirst("(https?://[^/]+).*", "$1");
        var start = path();
        sights.add(new Sight("start", home));
        sights.add(new Sight("settings", home + "/settings"));
        sights.add(new Sight("mailbox", home + "/mailbox"));
        add(sights, origin, "now", link(start + "/settings", "/now"));
        for (var info : List.of("real", "easy", "accessibility", "k")) sights.add(new Sight(info, home + "/" + info));
        add(sights, origin, "sheet-values", link(start + "/settings", "/sheet"));
        sights.add(new Sight("not-found", home + "/nothing-here"));
        sights.add(new Sight("expired", home + "/s/x/device"));
        var device = Page.post(start + "/mailbox", Map.of("mailbox", mailbox))
                .headers()
                .get("Location");
        add(sights, origin, "device", device);
        var tiles = tiles(device);
        add(sights, origin, "sender", link(device, "/sender"));
        add(sights, origin, "which-device", link(device, "/which-device"));
        for (var name : List.of("Windows", "iPhone", "Mac", "Android")) {
            var program = link(device, name);
            add(sights, origin, name + "-program", program);
            var programs = tiles(program);
            add(sights, origin, name + "-other", programs.get(programs.size() - 2));
            add(sights, origin, name + "-recognise", programs.getLast());
            if (name.equals("Windows")) add(sights, origin, "browser", link(programs.getLast(), "/browser"));
            for (int i = 0; i < programs.size() - 2; i++) routes(sights, origin, name + "-" + i, programs.get(i));
        }
        return sights;
    }

    private void routes(List<Sight> sights, String origin, String name, String route) {
        add(sights, origin, name + "-route", route);
        var routes = tiles(route);
        for (int i = 0; i < routes.size(); i++) {
            var protocol = routes.get(i);
            var answers = tiles(protocol);
            if (i == 0 || i == routes.size() - 1) add(sights, origin, name + "-" + i + "-protocol", protocol);
            if (answers.getLast().endsWith("/unsure") && i == 0)
                add(sights, origin, name + "-unsure", answers.getLast());
            var step = answers.get(answers.size() - 2);
            int number = 1;
            if (i == 0) {
                add(sights, origin, name + "-sheet", link(step, "/sheet"));
                add(sights, origin, name + "-elsewhere", link(step, "/elsewhere/step/1"));
            }
            while (step.contains("/step/")) {
                if (Page.get(local(step)).html().contains("/nothing/"))
                    add(sights, origin, name + "-nothing", link(step, "/nothing/2"));
                add(sights, origin, name + "-" + i + "-step-" + number++, step);
                step = next(step);
            }
            if (i == 0) {
                add(sights, origin, name + "-check", step);
                add(sights, origin, name + "-done", link(step, "/done"));
            }
        }
    }

    private String path() {
        return home.replaceFirst("https?://[^/]+", "");
    }

    private static void add(List<Sight> sights, String origin, String name, String path) {
        sights.add(new Sight(name, path.startsWith("http") ? path : origin + path));
    }

    private static List<String> tiles(String page) {
        return Page.get(local(page)).hrefs("class=\"tile\"");
    }

    /** The way onwards: the main button, or the quieter one beside a download. */
    private static String next(String step) {
        return Page.get(local(step)).hrefs("class=\"(?:go|quiet-go)\"").stream()
                .filter(href -> !href.contains("/nothing/"))
                .toList()
                .getLast();
    }

    private static String link(String page, String wordsOrEnd) {
        var here = Page.get(local(page));
        return here.hrefs("").stream()
                .filter(href -> href.endsWith(wordsOrEnd))
                .findFirst()
                .orElseGet(() -> here.links(wordsOrEnd).getFirst());
    }

    private static String local(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }
}
