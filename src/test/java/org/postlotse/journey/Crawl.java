package org.postlotse.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every page of the wizard in one language, by all links and all forms. What was answered is sealed, so a page is known by its
 * address without that, and by the tiles that led to it; a question that is asked again forgets the tiles that came after it.
 */
final class Crawl {
    private static final Pattern LINK = Pattern.compile("<a ([^>]*)href=\"(/[^\"#]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("<form method=\"post\"(?: action=\"([^\"]*)\")?");

    /** How many tiles were chosen before a question, at most. */
    private static final Map<String, Integer> BEFORE = Map.of(
            "device",
            0,
            "which-device",
            0,
            "program",
            1,
            "recognise",
            1,
            "browser",
            1,
            "route",
            2,
            "protocol",
            3,
            "unsure",
            3);

    private static final int ALL = 4;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI origin;
    private final String home;
    private final String mailbox;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final ArrayDeque<Visit> waiting = new ArrayDeque<>();

    Crawl(URI origin, String home, String mailbox) {
        this.origin = origin;
        this.home = home;
        this.mailbox = mailbox;
    }

    /** A request, and the tiles on the way to it. */
    private record Visit(HttpRequest request, List<String> tiles) {}

    Set<String> seen() {
        return seen;
    }

    long steps() {
        return seen.stream().filter(page -> page.contains("/s/*/step/")).count();
    }

    void pages(BiConsumer<String, String> visitor) throws IOException, InterruptedException {
        waiting.add(new Visit(get(home), List.of()));
        while (!waiting.isEmpty()) visit(waiting.removeFirst(), visitor);
    }

    private void visit(Visit visit, BiConsumer<String, String> visitor) throws IOException, InterruptedException {
        var response = client.send(visit.request(), HttpResponse.BodyHandlers.ofString());
        if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) return;
        var path = response.uri().getPath();
        var page = shape(path) + visit.tiles() + (response.statusCode() == 422 ? " complains" : "");
        visitor.accept(page, response.body());
        seen.add(page);
        LINK.matcher(response.body()).results().forEach(link -> follow(visit.tiles(), path, link));
        FORM.matcher(response.body()).results().forEach(form -> fill(visit.tiles(), path, form));
    }

    private void follow(List<String> tiles, String from, MatchResult link) {
        var path = link.group(2);
        boolean ours = path.equals(home) || path.startsWith(home + "/");
        boolean anew = from.endsWith("/done") && !path.endsWith("/done");
        if (!ours || anew || path.endsWith(".pdf")) return;
        boolean tile = link.group(1).contains("class=\"tile\"");
        var led = path.contains("/s/")
                ? before(path, tile ? longer(tiles, words(link.group(3))) : tiles)
                : List.<String>of();
        if (asked.add(shape(path) + led)) waiting.add(new Visit(get(path), led));
    }

    private static List<String> longer(List<String> tiles, String tile) {
        return Stream.concat(tiles.stream(), Stream.of(tile)).toList();
    }

    private static List<String> before(String path, List<String> tiles) {
        int most = BEFORE.getOrDefault(path.substring(path.lastIndexOf('/') + 1), ALL);
        return tiles.subList(0, Math.min(most, tiles.size()));
    }

    private void fill(List<String> tiles, String from, MatchResult form) {
        var action = form.group(1) == null ? from : form.group(1);
        for (var typed : new String[] {mailbox, ""})
            if (asked.add("POST " + shape(action) + tiles + typed))
                waiting.add(new Visit(
                        to(action)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "mailbox=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
                                .build(),
                        tiles));
    }

    private HttpRequest get(String path) {
        return to(path).GET().build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(origin.resolve(path));
    }

    private static String shape(String path) {
        return path.replaceFirst("/s/[^/]+", "/s/*").replaceFirst("/elsewhere/step/[0-9]+", "/elsewhere/step/*");
    }

    private static String words(String html) {
        return html.replaceAll("(?s)<span class=\"(?:hint|badge)\">.*?</span>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
