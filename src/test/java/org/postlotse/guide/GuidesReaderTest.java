package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.Fault;

/** A folder with one small guide, and one edit in each test. */
class GuidesReaderTest {
    private static final Path SHIPPED = Path.of("web/clients");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void one_small_guide() throws IOException {
        for (var common : List.of("common.de.yaml", "common.en.yaml"))
            Files.copy(SHIPPED.resolve(common), folder.resolve(common));
        write("postbote.yaml", """
                id: postbote
                order: 1
                devices: [linux]
                protocols: [imap, pop3]
                routes:
                  change: [port]
                steps:
                  port:
                    drawing:
                      kind: window
                      title: "[[title]]"
                      parts:
                        - {row: "[[port]]", control: number, value: "{incoming.port}", mark: 1}
                        - {row: "[[security]]", control: list, value: "[[security-{incoming.security}]]", mark: 2}
                """);
        write("postbote.labels.yaml", """
                title: {de: {text: Server, source: V}, en: {text: Server, source: V}}
                port: {any: {text: "Port:", source: V, ref: main.c, checked: "2026-08"}}
                security: {de: {text: "Sicherheit:", source: V}, en: {text: "Security:", source: K}}
                security-tls: {any: {text: SSL/TLS, source: V}}
                security-starttls: {any: {text: STARTTLS, source: V}}
                """);
        write("postbote.de.yaml", """
                name: Postbote
                place: im Postboten
                recognise: Er ist gelb.
                protocol: "Es steht bei [[title]]."
                steps:
                  port:
                    title: "Suchen Sie [[port]]"
                    text: [{when: imap, text: "Empfang mit {incoming.protocol}."}, "Tippen Sie {incoming.port}."]
                    after: "Dort steht {incoming.port}."
                """);
        write("postbote.en.yaml", """
                name: Postman
                place: in Postman
                recognise: It is yellow.
                protocol: "It is next to [[title]]."
                steps:
                  port:
                    title: "Find [[port]]"
                    text: [{when: imap, text: "Receiving with {incoming.protocol}."}, "Type {incoming.port}."]
                    after: "It says {incoming.port}."
                """);
    }

    @Test
    void what_is_shipped_has_no_fault() {
        assertThat(new GuidesReader().faults()).isEmpty();
    }

    @Test
    void a_mail_program_is_added_by_files_alone() {
        var reader = read();
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.guides().on(Device.LINUX)).singleElement().satisfies(guide -> {
            assertThat(guide.id()).isEqualTo("postbote");
            assertThat(guide.name(Locale.ENGLISH)).isEqualTo("Postman");
            assertThat(guide.step(Route.CHANGE, 1, Customers.erika(Locale.GERMAN))
                            .title()
                            .plain())
                    .isEqualTo("Suchen Sie „Port“");
        });
    }

    @Test
    void a_language_is_added_by_files_alone() throws IOException {
        Files.copy(folder.resolve("common.en.yaml"), folder.resolve("common.fr.yaml"));
        write(
                "postbote.fr.yaml",
                Files.readString(folder.resolve("postbote.en.yaml")).replace("Find", "Cherchez"));
        var reader = read();
        assertThat(reader.faults()).isEmpty();
        assertThat(reader.guides().languages()).contains(Locale.FRENCH);
        assertThat(reader.guides().all().getFirst().step(Route.CHANGE, 1, Customers.erika(Locale.FRENCH)))
                .satisfies(step -> assertThat(step.title().plain()).isEqualTo("Cherchez “Port”"))
                .satisfies(step -> assertThat(step.values().getLast().labelLang())
                        .as("of a label that nobody has read in French")
                        .isEqualTo(Locale.ENGLISH));
    }

    @Test
    void a_label_that_nobody_has_seen_is_remarked() {
        var guide = read().guides().all().getFirst();
        assertThat(guide.step(Route.CHANGE, 1, Customers.erika(Locale.GERMAN)).unverified())
                .isFalse();
        assertThat(guide.step(Route.CHANGE, 1, Customers.erika(Locale.ENGLISH)).unverified())
                .isTrue();
    }

    @Test
    void a_program_can_do_without_a_portrait_and_a_wrong_one_is_named() throws IOException {
        assertThat(read().guides().all().getFirst().portrait(Customers.erika(Locale.GERMAN)))
                .isEmpty();
        edit("postbote.yaml", "steps:", "portrait: {kind: window, title: \"[[brand]]\", parts: []}\nsteps:");
        assertFault("clients/postbote.yaml: portrait.title", "[[brand]]");
    }

    @Test
    void an_unknown_label_is_named() throws IOException {
        edit("postbote.de.yaml", "[[port]]", "[[prot]]");
        assertFault("clients/postbote.de.yaml: steps.port.title", "[[prot]]");
    }

    @Test
    void a_label_has_to_exist_for_every_security() throws IOException {
        edit("postbote.labels.yaml", "security-starttls:", "security-startssl:");
        assertFault("clients/postbote.yaml: steps.port.drawing.parts[1].value", "[[security-starttls]]");
        assertFault("clients/postbote.labels.yaml: security-startssl", "quoted nowhere");
    }

    @Test
    void an_unknown_placeholder_is_named() throws IOException {
        edit("postbote.en.yaml", "\"Type {incoming.port}.\"", "\"Type {incoming.prot}.\"");
        assertFault("clients/postbote.en.yaml: steps.port.text[1]", "{incoming.prot}");
    }

    @Test
    void a_bracket_too_few_is_named() throws IOException {
        edit("postbote.en.yaml", "[[title]]", "[[title]");
        assertFault("clients/postbote.en.yaml: protocol", "bracket");
    }

    @Test
    void markup_of_pages_is_not_let_in() throws IOException {
        edit("postbote.en.yaml", "It is yellow.", "It is <b>yellow</b>.");
        assertFault("clients/postbote.en.yaml: recognise", "<b>");
    }

    @Test
    void a_misspelt_key_is_named() throws IOException {
        edit("postbote.de.yaml", "after:", "afterwards:");
        assertFault("clients/postbote.de.yaml: steps.port.afterwards", "is not known here");
    }

    @Test
    void every_language_has_the_same_steps() throws IOException {
        edit("postbote.en.yaml", "  port:\n", "  prot:\n");
        assertFault("clients/postbote.en.yaml: steps.port", "is missing");
        assertFault("clients/postbote.en.yaml: steps.prot", "is no step of this guide");
    }

    @Test
    void every_language_says_as_much() throws IOException {
        edit("postbote.en.yaml", "[{when: imap, text: \"Receiving with {incoming.protocol}.\"}, ", "[");
        assertThat(faults()).anyMatch(fault -> fault.contains("steps.port.text") && fault.contains("than in another"));
    }

    @Test
    void a_language_of_all_other_guides_is_missed() throws IOException {
        Files.delete(folder.resolve("postbote.en.yaml"));
        assertFault("clients/postbote.en.yaml", "is missing");
    }

    @Test
    void a_title_has_to_be_there_for_everybody() throws IOException {
        edit(
                "postbote.de.yaml",
                "title: \"Suchen Sie [[port]]\"",
                "title: {when: imap, text: \"Suchen Sie [[port]]\"}");
        assertFault("clients/postbote.de.yaml: steps.port.title", "exactly one thing");
    }

    @Test
    void marks_have_no_gap() throws IOException {
        edit("postbote.yaml", "mark: 2", "mark: 3");
        assertFault("clients/postbote.yaml: steps.port.drawing", "has the marks [1, 3]");
    }

    @Test
    void a_drawing_has_no_words_of_its_own() throws IOException {
        edit("postbote.yaml", "\"[[title]]\"", "Server");
        assertFault("clients/postbote.yaml: steps.port.drawing.title", "label pack");
    }

    @Test
    void a_route_needs_its_steps() throws IOException {
        edit("postbote.yaml", "change: [port]", "change: [port, host]\n  fly: [port]");
        assertFault("clients/postbote.yaml: routes.change[1]", "“host”");
        assertFault("clients/postbote.yaml: routes.fly", "is no route");
    }

    @Test
    void an_id_is_its_files_name() throws IOException {
        edit("postbote.yaml", "id: postbote", "id: briefbote");
        assertFault("clients/postbote.yaml: id", "is not the file's name");
    }

    @Test
    void what_is_no_YAML_is_named_with_its_line() throws IOException {
        edit("postbote.labels.yaml", "port: {any", "port: {{any");
        assertThat(faults()).anyMatch(fault -> fault.startsWith("clients/postbote.labels.yaml: is not YAML"));
    }

    @Test
    void a_misspelt_file_is_named_and_a_note_is_not() throws IOException {
        write("postbote.labels.yml", "");
        write("README.md", "how to add one");
        assertThat(read().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("clients/postbote.labels.yml"));
    }

    @Test
    void a_shared_text_has_its_places() throws IOException {
        edit("common.en.yaml", "Copy {field}", "Copy");
        assertFault("clients/common.en.yaml: copy", "[field]");
    }

    @Test
    void nobody_gets_guides_with_faults() throws IOException {
        edit("postbote.yaml", "mark: 2", "mark: 3");
        var reader = read();
        assertThatIllegalStateException().isThrownBy(reader::guides).withMessageContaining("clients/postbote.yaml");
    }

    private GuidesReader read() {
        return new GuidesReader(faults -> GuideFiles.in(folder, faults));
    }

    private Stream<String> faults() {
        return read().faults().stream().map(Fault::toString);
    }

    private void assertFault(String key, String part) {
        assertThat(read().faults()).anySatisfy(fault -> {
            assertThat(fault.key()).isEqualTo(key);
            assertThat(fault.right()).contains(part);
        });
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void edit(String name, String old, String fresh) throws IOException {
        var text = Files.readString(folder.resolve(name));
        assertThat(text).contains(old);
        write(name, text.replace(old, fresh));
    }
}
