package org.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Customers' pages work in Safari of iOS 12 (2018). Styles and scripts use what stands here and nothing else: whoever adds a
 * word looks up since when Safari on iOS knows it (MDN's browser-compat-data), and puts it into the list where it belongs.
 */
class OldPhonesTest {
    private static final Path ASSETS = Path.of("web/assets");

    /** Known to iOS 12.0 or long before. */
    private static final Set<String> PROPERTIES = words("""
            align-content align-items background border border-bottom border-bottom-color border-collapse border-color
            border-left border-radius border-right border-top border-width bottom box-shadow box-sizing break-after
            break-inside clip clip-path color content display flex flex-basis flex-direction flex-wrap float font font-family
            font-size font-weight grid-gap grid-template-columns height justify-content left letter-spacing line-height
            list-style margin margin-bottom margin-left margin-right margin-top max-width min-height min-width object-fit outline
            outline-offset overflow overflow-wrap padding padding-bottom padding-left padding-right padding-top position right
            table-layout text-align text-decoration text-transform top transition vertical-align white-space
            width word-break z-index""");

    /** Newer, and nothing is lost where it is not known. */
    private static final Set<String> EXTRAS = words("""
            content-visibility cursor size text-underline-offset text-decoration-skip-ink""");

    /** Newer, and another declaration of the same rule says it to older browsers. */
    private static final Set<String> SAID_TWICE = words("gap hyphens text-size-adjust overflow-wrap:anywhere");

    private static final Set<String> PSEUDO = words("""
            :root ::before ::after :hover :focus :empty :not :nth-child :first-child :last-child :only-child ::marker""");

    /** Not known to iOS 12: the whole rule is passed over there, and the browser's own look remains. */
    private static final Set<String> PSEUDO_EXTRAS = words(":focus-visible ::details-content");

    private static final Set<String> MEDIA = words("""
            print max-width prefers-color-scheme prefers-reduced-motion forced-colors""");

    /** What scripts reach for, by its last name. */
    private static final Set<String> MEMBERS = words("""
            CLOSED EventSource addEventListener appendChild ceil call classList clearTimeout clipboard close contains
            content data dataset elements filter firstChild
            firstElementChild focus forEach getAttribute getElementById getResponseHeader hidden indexOf innerHTML insertBefore
            join kind lastElementChild length map maxTouchPoints name now onerror onload onmessage onprogress open parentNode parse
            parseFromString platform preventDefault print prototype querySelector querySelectorAll readyState removeChild replace
            responseText say scrollTo send setAttribute setRequestHeader setTimeout slice status submit test textContent
            then title url userAgent value body html copied notCopied children DOMParser JSON""");

    /** Newer, and asked for before it is used. */
    private static final Set<String> ASKED_FOR = words("writeText");

    @Test
    void styles_use_what_iOS_12_knows() throws IOException {
        for (var file : files(".css"))
            for (var rule : rules(read(file))) {
                var declared = declared(rule);
                for (var property : declared)
                    if (!property.startsWith("--") && !property.startsWith("-webkit-"))
                        assertThat(PROPERTIES.contains(property)
                                        || EXTRAS.contains(property)
                                        || SAID_TWICE.contains(property) && saidTwice(property, declared))
                                .as(file + ": " + property + " in " + rule)
                                .isTrue();
                if (rule.contains("overflow-wrap: anywhere"))
                    assertThat(rule)
                            .as(file.toString())
                            .containsAnyOf("overflow-wrap: break-word", "word-break: break-word");
            }
    }

    private static boolean saidTwice(String property, List<String> declared) {
        var older = property.equals("gap") ? "grid-gap" : "-webkit-" + property;
        return declared.contains(older);
    }

    @Test
    void flexible_boxes_have_no_gap() throws IOException {
        for (var file : files(".css"))
            assertThat(rules(read(file)))
                    .as(file.toString())
                    .noneMatch(rule ->
                            rule.contains("display: flex") && rule.matches("(?s).*[{;\\s](row-|column-)?gap:.*"));
    }

    @Test
    void selectors_and_media_queries_are_known_too() throws IOException {
        for (var file : files(".css")) {
            var style = read(file);
            assertThat(found(style, "(?m)(?<=[\\w)\\]*.\\s,]|^)(::?[a-z][a-z-]+)(?=[^;]*\\{)"))
                    .as(file.toString())
                    .isSubsetOf(union(PSEUDO, PSEUDO_EXTRAS));
            assertThat(found(style, "@([a-z-]+)")).as(file.toString()).isSubsetOf("media", "page");
            assertThat(found(style, "@media[^{]*?\\(?([a-z-]+)[):\\s{]"))
                    .as(file.toString())
                    .isSubsetOf(MEDIA);
            assertThat(found(style, "\\b((?:min|max|clamp|env|color-mix|light-dark|oklch)\\()"))
                    .as("functions in " + file)
                    .isEmpty();
        }
    }

    @Test
    void a_rule_for_newer_browsers_alone_shares_its_selector_with_none() throws IOException {
        for (var file : files(".css"))
            for (var rule : rules(read(file)))
                if (PSEUDO_EXTRAS.stream().anyMatch(rule::contains))
                    assertThat(rule.substring(0, rule.indexOf('{')))
                            .as(file.toString())
                            .doesNotContain(",");
    }

    @Test
    void scripts_are_written_as_in_2009() throws IOException {
        for (var file : files(".js")) {
            var script = read(file).replaceAll("(?m)//.*$", "").replaceAll("'[^'\\n]*'", "''");
            assertThat(found(script, "(=>|\\?\\.|\\?\\?|\\.\\.\\.|`|\\b(?:let|const|class|async|await|import|of)\\b)"))
                    .as(file.toString())
                    .isEmpty();
            assertThat(found(script, "\\.([A-Za-z]+)")).as(file.toString()).isSubsetOf(union(MEMBERS, ASKED_FOR));
            if (script.contains(".writeText")) assertThat(script).contains("if (navigator.clipboard");
        }
    }

    /** Pages load scripts as files, so that none stops the page: old browsers pass over what they can not read. */
    @Test
    void no_page_has_a_script_of_its_own() throws IOException {
        try (var files = Files.walk(Path.of("web/templates"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> read(file).matches("(?s).*<script(?![^>]* src=).*")))
                    .isEmpty();
        }
    }

    private static List<Path> files(String end) throws IOException {
        try (var files = Files.list(ASSETS)) {
            var found = files.filter(file -> file.toString().endsWith(end))
                    .filter(file -> !file.endsWith("desk.css")) // the hoster's own staff
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    /** Each innermost rule, selector and declarations. */
    private static List<String> rules(String style) {
        return Pattern.compile("[^{}]+\\{[^{}]*\\}")
                .matcher(style)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> declared(String rule) {
        var body = rule.substring(rule.indexOf('{') + 1);
        return Pattern.compile("(?:^|[;\\s])(-?-?[a-z-]+)\\s*:\\s")
                .matcher(body)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(Arrays.asList(text.strip().split("\\s+"))));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }
}
