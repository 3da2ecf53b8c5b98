package org.postlotse.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What {@code import autoconfig} said. */
record Imported(int status, String out, String err) {
    static Imported of(Path directory, String xml, String... options) {
        return of(directory, xml.getBytes(StandardCharsets.UTF_8), options);
    }

    static Imported of(Path directory, byte[] xml, String... options) {
        try {
            var file = Files.write(directory.resolve("config-v1.1.xml"), xml);
            var arguments = new ArrayList<>(List.of("autoconfig", file.toString()));
            arguments.addAll(List.of(options));
            return of(arguments.toArray(String[]::new));
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    static Imported of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = new CommandLine(new Import())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Imported(status, out.toString(), err.toString());
    }
}
