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
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

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
     * @param passwords lines of a passwd-file: {@code user:{PLAIN}password::::::extra fields}
     * @param settings more settings
     */
    public static Dovecot in(Path directory, Issued certificate, String passwords, String settings) {
        try {
            var free = FreePorts.take(SERVICES.size());
            var ports = new HashMap<String, Integer>();
            for (int i = 0; i < free.size(); i++) ports.put(SERVICES.get(i), free.get(i));
            certificate.write(directory, "server");
            // its own users, who are not ours, have to get in
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(
                    Files.createDirectory(directory.resolve("mail")), PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.writeString(directory.resolve("passwd"), passwords);
            Files.writeString(directory.resolve("dovecot.conf"), configuration(directory, ports) + settings);
            var process = ServerProcess.start(
                    List.of(
                            PROGRAM.toString(),
                            "-F",
                            "-c",
                            directory.resolve("dovecot.conf").toString()),
                    directory.resolve("out"),
                    ports.getOrDefault("pop3s", 0));
            return new Dovecot(process, ports, directory.resolve("sasl"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of {@code imap}, {@code imaps}, {@code pop3} or {@code pop3s}. */
    public int port(String service) {
        return ports.getOrDefault(service, 0);
    }

    /** Where another server asks whether a log-in is right. */
    public Path sasl() {
        return sasl;
    }

    @Override
    public void close() {
        process.close();
    }

    private static String configuration(Path directory, Map<String, Integer> ports) {
        var text = new StringBuilder("""
                protocols = imap pop3
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                listen = 127.0.0.1
                ssl = required
                ssl_cert = <%1$s/server.pem
                ssl_key = <%1$s/server.key
                mail_location = maildir:%1$s/mail/%%u
                first_valid_uid = 1
                auth_failure_delay = 0
                auth_mechanisms = plain login
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
                service anvil {
                  unix_listener anvil-auth-penalty {
                    mode = 0
                  }
                }
                """.formatted(directory));
        for (var protocol : List.of("imap", "pop3"))
            text.append("""
                    service %1$s-login {
                      inet_listener %1$s {
                        port = %2$d
                      }
                      inet_listener %1$ss {
                        port = %3$d
                        ssl = yes
                      }
                    }
                    """.formatted(protocol, ports.get(protocol), ports.get(protocol + "s")));
        return text.toString();
    }
}
