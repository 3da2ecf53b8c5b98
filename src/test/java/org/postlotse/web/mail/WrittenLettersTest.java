package org.postlotse.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.campaign.CampaignSettings;
import org.postlotse.campaign.Letter;
import org.postlotse.campaign.LetterKind;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Fault;
import org.postlotse.guide.Guides;
import org.postlotse.support.Chromium;
import org.postlotse.support.Golden;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;
import org.postlotse.web.Texts;
import org.postlotse.web.look.Looks;

/** Every letter in words, compared with files that people have read, looked at, and set by templates of an operator. */
@QuarkusTest
@TestProfile(WrittenLettersTest.Promised.class)
@SuppressWarnings("NullAway.Init")
class WrittenLettersTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);
    private static final Path GALLERY = Path.of("target/gallery");
    private static final Clock NOW = Clock.fixed(Instant.parse("2024-06-24T08:00:00Z"), ZoneOffset.UTC);

    private static final Pattern STYLE = Pattern.compile("<style>.*</style>");
    private static final Map<String, Occasion> OCCASIONS = occasions();

    /** A hoster who has promised dates and rehearsals. */
    public static class Promised implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "postlotse.domains", "beispiel.test",
                    "postlotse.cut-off", "2024-09-20",
                    "postlotse.timeline.rehearsals[0].from", "2024-08-30T10:00",
                    "postlotse.timeline.rehearsals[0].to", "2024-08-30T11:00",
                    "postlotse.timeline.rehearsals[1].from", "2024-09-13T08:00",
                    "postlotse.timeline.rehearsals[1].to", "2024-09-13T16:00");
        }
    }

    @Inject
    Texts texts;

    @Inject
    Guides guides;

    @Inject
    Looks looks;

    @Inject
    CampaignSettings settings;

    @Inject
    Catalogue catalogue;

    @Inject
    LetterTemplates templates;

    @Inject
    Engine engine;

    private static Map<String, Occasion> occasions() {
        var all = new LinkedHashMap<String, Occasion>();
        for (var kind : LetterKind.values()) all.put(kind.key(), Occasion.of(kind, Occasion.IMAP, Occasion.SMTP));
        all.put("closing", Occasion.of(LetterKind.CLOSING));
        all.put("first-obsolete-tls", Occasion.of(LetterKind.FIRST, Occasion.TLS_1_0));
        all.put("first-old-method", Occasion.of(LetterKind.FIRST, Occasion.CRAM));
        all.put("first-known-by-method", Occasion.of(LetterKind.FIRST, Occasion.NTLM));
        all.put("first-old-host", Occasion.of(LetterKind.FIRST, Occasion.OLD_HOST));
        all.put("first-screenless", Occasion.of(LetterKind.FIRST, Occasion.SMTP));
        all.put("first-holder", Occasion.of(LetterKind.FIRST, Occasion.SMTP).heldBy("haus@beispiel.test"));
        all.put("first-nothing-left", Occasion.of(LetterKind.FIRST));
        return all;
    }

    @Test
    void each_says_what_people_have_read() {
        OCCASIONS.forEach((name, occasion) -> {
            for (var language : LANGUAGES) {
                var written = write(templates, occasion, language);
                var file = "letter/" + name + "-" + language;
                Golden.matches(file + ".txt", octets("Subject: " + written.subject() + "\n\n" + written.text()));
                Golden.matches(file + ".html", octets(written.html()));
            }
        });
    }

    @Test
    void each_is_whole_in_plain_text_and_asks_for_nothing_from_elsewhere() {
        OCCASIONS.forEach((name, occasion) -> {
            for (var language : LANGUAGES) {
                var written = write(templates, occasion, language);
                assertThat(written.subject()
                                + written.text()
                                + STYLE.matcher(written.html()).replaceFirst(""))
                        .as(name)
                        .doesNotContain("{", "}", "<img", "<script", "<form", "192.0.2.7");
                assertThat(written.text().lines())
                        .as(name)
                        .allMatch(line -> line.length() <= 78 || line.contains("/w/"));
                assertThat(written.html())
                        .contains("lang=\"" + language + "\"", "color-scheme")
                        .hasSizeLessThan(100_000);
            }
        });
    }

    @Test
    @Needs(RealPart.CHROMIUM)
    void nothing_stands_in_the_way(@TempDir Path directory) throws IOException {
        try (var browser = Chromium.in(directory)) {
            for (var name : List.of("first", "first-holder", "after", "closing"))
                for (var language : LANGUAGES) {
                    var file = directory.resolve(name + "-" + language + ".html");
                    Files.writeString(
                            file,
                            write(templates, OCCASIONS.getOrDefault(name, Occasion.of(LetterKind.FIRST)), language)
                                    .html());
                    for (int width : List.of(320, 1280))
                        for (boolean dark : List.of(false, true)) {
                            browser.looking(width, dark).open(file.toUri().toString());
                            if (!dark) // axe takes the dark canvas of a page without a colour of its own for white
                            assertThat(browser.barriers()).as(name).allMatch(WrittenLettersTest::isOfWholePages);
                            assertThat(browser.overhang()).as(name).isZero();
                            browser.picture(GALLERY.resolve("letter-%s-%d-%s-%s.png"
                                    .formatted(name, width, dark ? "dark" : "light", language)));
                        }
                }
        }
    }

    @Test
    void an_operators_own_templates_take_the_place_of_ours(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("mail.txt"), "Our own words\n{#for block in blocks}{block.kind} {/for}\n");
        var own = own(directory);

        var written = write(own, Occasion.of(LetterKind.FIRST, Occasion.IMAP), Locale.GERMAN);

        assertThat(own.faults()).isEmpty();
        assertThat(written.text()).startsWith("Our own words\n").contains("heading", "lines", "table");
        assertThat(written.html()).contains("<table"); // of which there is none: ours stays
    }

    @Test
    void what_is_wrong_with_them_is_said_at_start(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("mail.txt"), "{#for block in blocks}{block.kind}\n");

        assertThat(own(directory).faults())
                .singleElement()
                .satisfies(fault -> assertThat(told(fault)).contains("mail.txt", "is no letter", "for"));
        assertThat(own(directory.resolve("nowhere")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(told(fault)).contains("nowhere", "no directory"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>{customer.address}</p>",
                "{customer}",
                "{customer.name}",
                "{customer.name.base}",
                "{#for block in blocks}{block.price}{/for}"
            })
    void a_placeholder_that_nobody_fills_is_said_at_start(String template, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("mail.html"), template);

        assertThat(own(directory).faults())
                .singleElement()
                .satisfies(fault -> assertThat(told(fault)).contains("mail.html", "is no letter"));
    }

    /** A letter stands within a program's page, which has landmarks and the first heading. */
    private static boolean isOfWholePages(String barrier) {
        return barrier.contains(" landmark-one-main:")
                || barrier.contains(" page-has-heading-one:")
                || barrier.contains(" region:");
    }

    private static String told(Fault fault) {
        return fault.toString();
    }

    private LetterTemplates own(Path directory) {
        return new LetterTemplates(engine, () -> Optional.of(directory.toString()));
    }

    private Letter.Written write(LetterTemplates set, Occasion occasion, Locale language) {
        return new WrittenLetters(texts, () -> guides, looks, settings, catalogue, NOW, set)
                .write(occasion.letter(catalogue, language));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
