package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postlotse.support.Programs;

class GoldenDocumentsTest {
    private static final Path HOME = Path.of("src/test/resources/golden/document");

    @Test
    void are_XML_to_other_eyes() throws IOException {
        var arguments =
                Stream.concat(Stream.of("--noout", "--nonet"), files().stream().map(Path::toString));
        var said = Programs.run("xmllint", arguments.toArray());
        assertThat(said.status()).as(said.output()).isZero();
    }

    @Test
    void begin_with_their_declaration_and_end_with_a_line() throws IOException {
        for (var file : files())
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .startsWith("<?xml version=\"1.0\"")
                    .endsWith(">\n");
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(HOME)) {
            return files.filter(file -> file.toString().matches(".*[.](xml|mobileconfig)"))
                    .sorted()
                    .toList();
        }
    }
}
