package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What leaves the house, compared byte by byte with a file that people have read; rewritten by -Dgolden.rewrite=true. */
public final class Golden {
    private static final Path HOME = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Fails when the bytes are not those of {@code golden/<name>}. */
    public static void matches(String name, byte[] bytes) {
        var file = HOME.resolve(name);
        try {
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
            var expected = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            // as text first: the difference is to be read
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(name)
                    .isEqualTo(new String(expected, StandardCharsets.UTF_8));
            assertThat(bytes).isEqualTo(expected);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
