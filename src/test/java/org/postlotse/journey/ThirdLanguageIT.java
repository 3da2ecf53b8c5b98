package org.postlotse.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.support.PseudoLanguage;

/** A language that nobody speaks is put into the packaged product as files, and every page is read in it. */
class ThirdLanguageIT {
    private static final Path PRODUCT = Path.of("target/quarkus-app");
    private static final Path EXAMPLE = Path.of("src/docs/example/application.yaml");
    private static final String LISTENING = "Listening on: ";

    @TempDir
    private Path home;

    private Process product;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        copyProduct();
        addLanguage();
        Files.createDirectories(home.resolve("config"));
        Files.copy(EXAMPLE, home.resolve("config/application.yaml"));
        product = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.port=0",
                        "-jar",
                        home.resolve("quarkus-run.jar").toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        var lines = product.inputReader();
        String line;
        var said = new StringBuilder();
        while ((line = lines.readLine()) != null && !line.contains(LISTENING))
            said.append(line).append('\n');
        assertThat(line).as(said.toString()).isNotNull();
        address = URI.create(line.replaceFirst(".*" + LISTENING + "(http://[^ ]*[0-9]).*", "$1"));
        Thread.ofVirtual().start(() -> empty(lines));
    }

    /** A full pipe would stop the product. */
    private static void empty(BufferedReader lines) {
        try {
            while (lines.readLine() != null) continue;
        } catch (IOException itHasEnded) {
            Thread.currentThread().interrupt();
        }
    }

    /** All but its libraries, which are only linked to. */
    private void copyProduct() throws IOException {
        Files.createSymbolicLink(home.resolve("lib"), PRODUCT.resolve("lib").toAbsolutePath());
        for (var name : List.of("app", "quarkus")) Files.createDirectory(home.resolve(name));
        try (var files = Files.walk(PRODUCT)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (!file.startsWith(PRODUCT.resolve("lib"))) Files.copy(file, home.resolve(PRODUCT.relativize(file)));
        }
    }

    private void addLanguage() throws IOException {
        var files = Files.createDirectory(home.resolve("language"));
        PseudoLanguage.writeTo(files);
        try (var jars = Files.newDirectoryStream(home.resolve("app"), "*.jar")) {
            try (var jar = FileSystems.newFileSystem(jars.iterator().next());
                    var added = Files.walk(files)) {
                for (var file : added.filter(Files::isRegularFile).toList())
                    Files.copy(file, jar.getPath(files.relativize(file).toString()));
            }
        }
    }

    @AfterEach
    void stop() {
        product.destroy();
    }

    @Test
    void every_page_speaks_it_and_nothing_else() throws Exception {
        var crawl = new Crawl(address, "/" + PseudoLanguage.TAG, "erika@example.test");
        var left = new TreeMap<String, List<String>>();

        crawl.pages((page, html) -> {
            var foreign = Leftovers.in(html);
            if (!foreign.isEmpty()) left.put(page, foreign);
        });

        assertThat(left).isEmpty();
        assertThat(crawl.seen()).hasSizeGreaterThan(1_000);
        assertThat(crawl.steps()).as("steps of guides").isGreaterThan(500);
    }

    @Test
    void what_mail_programs_read_speaks_it_too() throws Exception {
        var path = "/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=erika@example.test";
        var request = HttpRequest.newBuilder(address.resolve(path)).build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("<descr lang=\"qps\">" + PseudoLanguage.speak("E-Mail-Programm einrichten"));
        }
    }
}
