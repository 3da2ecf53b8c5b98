package org.postlotse.journey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.postlotse.support.Crowd;

/** The product in front of a {@link Crowd}; tests are given a way to talk to it. */
public class CrowdedHoster implements QuarkusTestResourceLifecycleManager {
    private Optional<Process> crowd = Optional.empty();
    private Optional<BufferedReader> heard = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory("postlotse-crowd");
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var started = new ProcessBuilder(
                            java,
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            classPath(),
                            Crowd.class.getName(),
                            directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            crowd = Optional.of(started);
            heard = Optional.of(
                    new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8)));
            var ports = hear("PORTS ").split(" ");
            return settings(directory, ports);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Map<String, String> settings(Path directory, String[] ports) {
        var settings = new HashMap<String, String>();
        settings.put("postlotse.probe.trust-store", directory.resolve("ca.pem").toString());
        for (var each : List.of("per-mailbox", "per-network", "per-domain", "in-total"))
            settings.put("postlotse.throttle." + each, "100000");
        var protocols = List.of("imap", "pop3", "smtp");
        for (int i = 0; i < ports.length; i++) {
            var key = "postlotse.servers[" + i + "].";
            settings.put(key + "protocol", protocols.get(i));
            settings.put(key + "host", "localhost");
            settings.put(key + "port", ports[i]);
            settings.put(key + "security", "tls");
        }
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        UnaryOperator<String> talk = this::talk;
        injector.injectIntoFields(talk, field -> field.getType() == UnaryOperator.class);
    }

    /** Says a line and returns the next one. */
    private String talk(String line) {
        try {
            var out = crowd.orElseThrow().getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return hear("");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String hear(String beginning) throws IOException {
        var line = heard.orElseThrow().readLine();
        if (line == null || !line.startsWith(beginning)) throw new IOException("the crowd said " + line);
        return line.substring(beginning.length());
    }

    @Override
    public void stop() {
        crowd.ifPresent(Process::destroy);
    }
}
