package org.postlotse.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page as somebody without script and cookies sees it. */
record Page(int status, String html, Map<String, String> headers) {
    private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL);

    static Page get(String path) {
        return of(given().redirects().follow(false).urlEncodingEnabled(false).get(path));
    }

    static Page post(String path, Map<String, String> form) {
        return of(given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("Sec-Fetch-Site", "same-origin") // as every browser of today
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(path));
    }

    private static Page of(Response response) {
        var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        return new Page(response.statusCode(), response.asString(), headers);
    }

    /** Where a redirect leads. */
    Page follow() {
        assertThat(status).isIn(302, 303);
        return get(headers.get("Location").replaceFirst("^https?://[^/]+", ""));
    }

    /** Follows the first link whose words contain these. */
    Page click(String words) {
        return get(links(words).getFirst());
    }

    List<String> links(String words) {
        var found = LINK.matcher(html)
                .results()
                .filter(link -> text(link.group(2)).contains(words))
                .map(link -> link.group(1))
                .toList();
        assertThat(found).as("links with “%s” in %s", words, title()).isNotEmpty();
        return found;
    }

    /** Where the links lead whose tag has this in it. */
    List<String> hrefs(String attribute) {
        return Pattern.compile("<a(?=[^>]*" + attribute + ")[^>]* href=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    String title() {
        return first("<title>(.*?)</title>");
    }

    String heading() {
        return first("<h1[^>]*>(.*?)</h1>");
    }

    /** Everything that people read on it. */
    String words() {
        return text(html.replaceAll("(?s)<head>.*?</head>", ""));
    }

    private String first(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .findFirst()
                .map((MatchResult match) -> text(match.group(1)))
                .orElse("");
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
