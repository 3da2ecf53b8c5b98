package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainFileTest {
    private static final Domain A = new Domain("a.test");
    private static final Domain MUELLER = new Domain("xn--mller-kva.example");

    @TempDir
    private Path directory = Path.of("");

    private Path path = Path.of("");
    private Instant now = Instant.parse("2024-06-01T10:00:00Z");

    @BeforeEach
    void name() {
        path = directory.resolve("domains.txt");
    }

    @Test
    void remarks_blank_lines_and_any_spelling_are_read() throws IOException {
        write("\uFEFF# our domains\r\n\r\nA.Test.   # the first\nmüller.example\n\txn--mller-kva.example\n   \n");

        assertThat(file().domains()).containsExactlyInAnyOrder(A, MUELLER);
        assertThat(file().complaint()).isEmpty();
    }

    @Test
    void a_change_is_seen_without_a_restart() throws IOException {
        write("a.test\n");
        var file = file();
        write("a.test\nb.test\n");
        assertThat(file.domains()).containsExactly(A);

        later();
        assertThat(file.domains()).containsExactlyInAnyOrder(A, new Domain("b.test"));
    }

    @Test
    void a_file_that_takes_its_place_is_seen_too() throws IOException {
        write("a.test\n");
        var file = file();
        var next = Files.writeString(directory.resolve("next"), "b.test\n");
        Files.setLastModifiedTime(next, Files.getLastModifiedTime(path));
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);

        later();
        assertThat(file.domains()).containsExactly(new Domain("b.test"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b.test\\nnot a domain\\n|line 2 is “not a domain”, no domain
            a\\nb\\nc\\nd\\ne\\n|line 1 is “a”, no domain, line 2 is “b”, no domain, line 3 is “c”, no domain and 2 more
            # nothing yet\\n|there is no domain in it
            192.0.2.1\\n|line 1 is “192.0.2.1”, no domain
            """)
    void a_bad_file_changes_nothing_and_is_told_with_its_lines(String content, String complaint) throws IOException {
        write("a.test\n");
        var file = file();
        write(content.replace("\\n", "\n"));
        later();

        assertThat(file.domains()).containsExactly(A);
        assertThat(file.complaint()).contains(path + " is not used as it is now: " + complaint);

        write("a.test\nb.test\nc.test\n");
        later();
        assertThat(file.domains()).hasSize(3);
        assertThat(file.complaint()).isEmpty();
    }

    @Test
    void another_charset_is_told_with_the_line() throws IOException {
        Files.write(path, "a.test\nmüller.example\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file().fault()).contains("line 2 is not UTF-8");
    }

    @Test
    void a_file_that_is_gone_changes_nothing() throws IOException {
        write("a.test\n");
        var file = file();
        Files.delete(path);
        later();

        assertThat(file.domains()).containsExactly(A);
        assertThat(file.complaint()).contains(path + " is not used as it is now: it is not there");
    }

    private void write(String content) throws IOException {
        Files.writeString(path, content);
    }

    private void later() {
        now = now.plus(Duration.ofSeconds(2));
    }

    private DomainFile file() {
        InstantSource clock = () -> now;
        return DomainFile.open(path, clock.withZone(ZoneOffset.UTC));
    }
}
