package org.postlotse.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.postlotse.probe.Secret;

/** A password from whoever sits at the terminal, or from the first line of standard input; never a {@code String}. */
final class TypedPassword {
    private static final int LONGEST = 1_024;

    private TypedPassword() {}

    static Secret read() {
        return Secret.of(characters());
    }

    /** The same as characters, for whoever has no use for a secret; the caller wipes them. */
    static char[] characters() {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            var typed = console.readPassword("Password: ");
            return typed == null ? new char[0] : typed;
        }
        return fromStandardInput();
    }

    private static char[] fromStandardInput() {
        var line = new char[LONGEST];
        int length = 0;
        try {
            var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
            for (int c = in.read(); c >= 0 && c != '\n' && length < LONGEST; c = in.read()) line[length++] = (char) c;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (length > 0 && line[length - 1] == '\r') length--;
        var exact = Arrays.copyOf(line, length);
        Arrays.fill(line, '\0');
        return exact;
    }
}
