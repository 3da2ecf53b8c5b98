package org.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks are no part of the product: this keeps them from ageing. */
class BenchmarksTest {
    private static final Path BENCHMARKS = Path.of("src/bench");
    private static final String CLASSES = System.getProperty("java.class.path", "");

    @TempDir
    private Path directory;

    @Test
    void all_compile_and_logs_are_compared() throws Exception {
        assertThat(compiled()).isEmpty();

        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        directory + ":" + CLASSES,
                        "org.postlotse.evidence.LogBench",
                        "2",
                        "1",
                        "2")
                .redirectErrorStream(true)
                .start();
        var said = new String(java.getInputStream().readAllBytes());

        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said)
                .containsPattern("postlotse +[0-9]+ +[0-9.]+ ")
                .containsPattern("java.util.regex[^\\n]+ 1\\.0 ");
    }

    /** What the compiler complains of. */
    private String compiled() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.list(BENCHMARKS)) {
            var sources =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).hasSizeGreaterThan(3);
            var options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", directory.toString(), "-cp", CLASSES));
            compiler.getTask(complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return complaints.toString();
    }
}
