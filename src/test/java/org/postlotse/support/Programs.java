package org.postlotse.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of the machine that look at our documents with other eyes. Without them a test is skipped; in CI it fails. */
public final class Programs {
    private Programs() {}

    /**
     * What a program said.
     *
     * @param status 0 when it was content
     * @param output standard output and standard error
     */
    public record Said(int status, String output) {}

    /** Runs a program to its end. */
    public static Said run(String program, Object... arguments) {
        present(program);
        var command = Stream.concat(Stream.of(program), Arrays.stream(arguments).map(Object::toString))
                .toList();
        try {
            return said(command);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Said said(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output);
    }

    private static void present(String program) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> new File(directory, program).canExecute());
        var missing = program + " is not installed: this test did not run";
        if (!found && "true".equals(System.getenv("CI"))) Assertions.fail(missing);
        Assumptions.assumeTrue(found, missing);
    }
}
