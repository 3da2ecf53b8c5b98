package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postlotse.demo.Issued;

/** The real Dovecot 2.3, where it is installed: on loopback, with its own directory, for mailboxes that are told it. */
public final class Dovecot implements AutoCloseable {
    private static final List<String> SERVICES = List.of("imap", "imaps", "pop3", "pop3s");

    private final ServerProcess process;
    private final Map<String, Integer> ports;
    private final Path sasl;

    private Dovecot(ServerProcess process, Map<String, Integer> ports, Path sasl) {
        this.process = process;
        this.ports = ports;
        this.sasl = sasl;
    }

    /**
     * Starts it.
     *
     * @param directory empty; its path short, for there will be sockets in it
     * @param passwords lines of a passwd-file: {@code user:{PLAIN}password::::::extra fields}
     * @param settings more settings
     */
    public static Dovecot in(Path directory, Issued certificate, String passwords, String settings) {
        return in(directory, certificate, passwords, new Around("", settings));
    }

    /** Settings before and after its usual ones: of databases of passwords the first is asked first. */
    public record Around(String before, String after) {}

    /** The same with settings before its own. */
    public static Dovecot in(Path directory, Issued certificate, String passwords, Around settings) {
        var ports = ports();
        try {
            certificate.write(directory, "server");
            // its own users, who are not ours, have to get in
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(
                    Files.createDirectory(directory.resolve("mail")), PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.writeString(directory.resolve("passwd"), passwords);
            Files.writeString(
                    directory.resolve("dovecot.conf"),
                    settings.before() + configuration(directory, ports) + settings.after());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var command = List.of(
                RealPart.DOVECOT.program(0).toString(),
                "-F",
                "-c",
                directory.resolve("dovecot.conf").toString());
        var process = ServerProcess.start(
                command,
                directory.resolve("log"),
                () -> ports.values().stream().allMatch(ServerProcess::takesConnections));
        return new Dovecot(process, ports, directory.resolve("sasl"));
    }

    /** Of {@code imap}, {@code imaps}, {@code pop3} or {@code pop3s}. */
    public int port(String service) {
        return ports.getOrDefault(service, 0);
    }

    /** Where another server asks whether a log-in is right. */
    public Path sasl() {
        return sasl;
    }

    /** What it has logged, once these words stand in it: servers write their logs a moment after they answer. */
    public String logWith(String words) {
        return process.outputWith(words);
    }

    /** Its processes. */
    List<ProcessHandle> family() {
        return process.family();
    }

    @Override
    public void close() {
        process.close();
    }

    private static Map<String, Integer> ports() {
        var free = FreePorts.take(SERVICES.size());
        var ports = new HashMap<String, Integer>();
        for (int i = 0; i < free.size(); i++) ports.put(SERVICES.get(i), free.get(i));
        return Map.copyOf(ports);
    }

    private static String configuration(Path directory, Map<String, Integer> ports) {
        return """
                protocols = imap pop3
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = /dev/stderr
                listen = 127.0.0.1
                ssl = required
                ssl_min_protocol = TLSv1.2
                ssl_cert = <%1$s/server.pem
                ssl_key = <%1$s/server.key
                disable_plaintext_auth = yes
                auth_mechanisms = plain login
                auth_failure_delay = 0
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                passdb {
                  driver = passwd-file
                  args = %1$s/passwd
                }
                userdb {
                  driver = static
                  args = uid=mail gid=mail home=%1$s/mail/%%u
                }
                service auth {
                  unix_listener %1$s/sasl {
                    mode = 0666
                  }
                }
                # all tests come from one address: it must not be made to wait for their wrong passwords
                service anvil {
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                """.formatted(directory)
                + listener("imap", ports.get("imap"), ports.get("imaps"))
                + listener("pop3", ports.get("pop3"), ports.get("pop3s"));
    }

    /** Settings for a protocol's log-in process, with a port for TLS at once; 0 for none. */
    static String listener(String protocol, int port, int tlsPort) {
        return """
                service %1$s-login {
                  inet_listener %1$s {
                    port = %2$d
                  }
                  inet_listener %1$ss {
                    port = %3$d
                    ssl = yes
                  }
                }
                """.formatted(protocol, port, tlsPort);
    }
}
