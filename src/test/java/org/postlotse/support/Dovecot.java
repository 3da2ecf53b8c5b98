package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postlotse.demo.Issued;

/** The real Dovecot 2.3, where it is installed: on loopback, with its own directory, for mailboxes that are told it. */
public final class Dovecot implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Process process;
    private final Map<String, Integer> ports;

    private Dovecot(Process process, Map<String, Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    /**
     * Starts it.
     *
     * @param passwords lines of a passwd-file: {@code user:{PLAIN}password::::::extra fields}
     * @param settings more settings
     */
    public static Dovecot in(Path directory, Issued certificate, String passwords, String settings) {
        try {
            var ports = new HashMap<String, Integer>();
            for (var name : List.of("imap", "imaps", "pop3", "pop3s")) ports.put(name, freePort());
            certificate.write(directory, "server");
            // its own users, who are not ours, have to get in
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(
                    Files.createDirectory(directory.resolve("mail")), PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.writeString(directory.resolve("passwd"), passwords);
            Files.writeString(directory.resolve("dovecot.conf"), configuration(directory, ports) + settings);
            var process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-F",
                            "-c",
                            directory.resolve("dovecot.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("out").toFile())
                    .start();
            var dovecot = new Dovecot(process, ports);
            dovecot.awaitStart();
            return dovecot;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of {@code imap}, {@code imaps}, {@code pop3} or {@code pop3s}. */
    public int port(String service) {
        return ports.getOrDefault(service, 0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
        }
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

    private void awaitStart() {
        for (int tries = 0; tries < 500; tries++) {
            try (var knock = new Socket(InetAddress.getLoopbackAddress(), port("pop3s"))) {
                if (knock.isConnected()) return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(10_000_000);
            }
        }
        throw new IllegalStateException("Dovecot does not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
