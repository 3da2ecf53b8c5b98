package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of the machine that run to their end, such as those that look at our documents with other eyes. */
public final class Programs {
    private Programs() {}

    /**
     * What a program said.
     *
     * @param status 0 when it was content
     * @param output standard output and standard error
     */
    public record Said(int status, String output) {}

    /** Runs a program to its end. Without it the test is skipped with a line that says so; in CI it fails. */
    public static Said run(String program, Object... arguments) {
        RealPart.with(program).flatMap(RealPart::missing).ifPresent(Programs::giveUp);
        return run(Stream.concat(Stream.of(program), Arrays.stream(arguments))
                .map(Object::toString)
                .toList());
    }

    /** Runs the main method of a test's class in a process of its own, with this one's Java and classes. */
    public static Said java(Class<?> main, Object... arguments) {
        var java = ProcessHandle.current().info().command().orElse("java");
        return run(Stream.concat(
                        Stream.of(java, "-cp", System.getProperty("java.class.path"), main.getName()),
                        Arrays.stream(arguments).map(Object::toString))
                .toList());
    }

    /** Runs a program that has to be content. */
    static void mustRun(List<String> command) {
        var said = run(command);
        if (said.status() != 0) throw new IllegalStateException(command + ": " + said.output());
    }

    private static Said run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), output);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void giveUp(String reason) {
        var line = "a test did not run: " + reason;
        if (RealPart.inCi()) Assertions.fail(line);
        System.out.println(line);
        Assumptions.abort(line);
    }
}
