package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The real BIND 9, where it is installed: on loopback, for zones that it is told, and for no others. */
public final class Named implements AutoCloseable {
    /** Its answers that there is no such record are to be believed for two minutes. */
    public static final String SOA = "@ 900 IN SOA ns.example.test. post.example.test. 1 7200 900 1209600 120\n"
            + "@ 900 IN NS ns.example.test.\n";

    private final ServerProcess process;
    private final int port;

    private Named(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param directory empty
     * @param zones their names, each with its records as a zone file has them
     */
    public static Named in(Path directory, Map<String, String> zones) {
        int port = FreePorts.take(1).getFirst();
        try {
            for (var zone : zones.entrySet()) Files.writeString(directory.resolve(zone.getKey()), zone.getValue());
            Files.writeString(directory.resolve("named.conf"), configuration(directory, port, zones));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var command = List.of(
                RealPart.NAMED.program(0).toString(),
                "-g", // in the foreground
                "-n",
                "1",
                "-c",
                directory.resolve("named.conf").toString());
        var log = directory.resolve("log");
        var process = ServerProcess.start(command, log, () -> runs(log));
        return new Named(process, port);
    }

    /** As the settings name resolvers. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }

    /** It listens before its zones are there. */
    private static boolean runs(Path log) {
        try {
            return Files.readString(log).contains("all zones loaded");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String configuration(Path directory, int port, Map<String, String> zones) {
        return """
                options {
                  directory "%1$s";
                  managed-keys-directory "%1$s";
                  listen-on port %2$d { 127.0.0.1; };
                  listen-on-v6 { none; };
                  recursion no;
                  pid-file none;
                  session-keyfile none;
                };
                controls { };
                """.formatted(directory, port)
                + zones.keySet().stream()
                        .map("zone \"%1$s\" { type primary; file \"%1$s\"; };\n"::formatted)
                        .collect(Collectors.joining());
    }
}
