package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.postlotse.demo.Issued;

/**
 * The real Exim, where it was unpacked: submission with STARTTLS, with TLS at once, and a port at which nobody may log in
 * without TLS, on loopback, with its own configuration and spool. It takes one mailbox' log-ins and delivers no mail.
 */
final class Exim implements AutoCloseable {
    static final String USER = "erika@hoster.test";
    static final String PASSWORD = "geheim";
    private static final String OWNER = "Debian-exim";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerProcess process;
    private final Path log;
    private final List<Integer> ports;

    private Exim(ServerProcess process, Path log, List<Integer> ports) {
        this.process = process;
        this.log = log;
        this.ports = ports;
    }

    /**
     * Starts it.
     *
     * @param directory empty, below one that everybody may enter
     * @param settings for the main section
     */
    static Exim in(Path directory, Issued certificate, String settings) {
        var ports = FreePorts.take(3);
        var configuration = directory.resolve("exim.conf");
        var program = RealPart.EXIM.program(0).toAbsolutePath().toString();
        try {
            certificate.write(directory, "server");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (var part : List.of("spool", "log")) Files.createDirectory(directory.resolve(part));
            Files.writeString(configuration, main(directory, program, ports) + settings + AUTHENTICATORS);
            for (var own : List.of("spool", "log", "server.key"))
                Programs.mustRun(List.of("chown", OWNER, directory.resolve(own).toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Programs.mustRun(List.of(program, "-C", configuration.toString(), "-bV"));
        var process = ServerProcess.start(
                List.of(program, "-C", configuration.toString(), "-bdf"),
                directory.resolve("output"),
                () -> ports.stream().allMatch(ServerProcess::takesConnections));
        return new Exim(process, directory.resolve("log/mainlog"), ports);
    }

    /** Where it speaks SMTP with STARTTLS and takes log-ins before it, too. */
    int submission() {
        return ports.get(0);
    }

    /** Where it speaks SMTP over TLS. */
    int submissions() {
        return ports.get(1);
    }

    /** Where it speaks SMTP with STARTTLS and takes no log-in before it. */
    int encrypted() {
        return ports.get(2);
    }

    /** Its main log, once these words stand in it. */
    String logWith(String words) {
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!Files.readString(log).contains(words) && System.nanoTime() < until)
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            return Files.readString(log);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private static String main(Path directory, String program, List<Integer> ports) {
        return """
                keep_environment =
                exim_path = %2$s
                primary_hostname = localhost
                local_interfaces = <; 127.0.0.1.%3$d ; 127.0.0.1.%4$d ; 127.0.0.1.%5$d
                tls_on_connect_ports = %4$d
                spool_directory = %1$s/spool
                log_file_path = %1$s/log/%%slog
                pid_file_path = %1$s/exim.pid
                tls_advertise_hosts = *
                tls_certificate = %1$s/server.pem
                tls_privatekey = %1$s/server.key
                auth_advertise_hosts = ${if and{{eq{$tls_in_cipher}{}}{eq{$received_port}{%5$d}}}{}{*}}
                queue_only = true
                acl_smtp_rcpt = accept
                host_lookup =
                """.formatted(directory, program, ports.get(0), ports.get(1), ports.get(2));
    }

    private static final String AUTHENTICATORS = """

            begin authenticators
            plain_server:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if and{{eq{$auth2}{%1$s}}{eq{$auth3}{%2$s}}}}
              server_set_id = $auth2
            login_server:
              driver = plaintext
              public_name = LOGIN
              server_prompts = Username:: : Password::
              server_condition = ${if and{{eq{$auth1}{%1$s}}{eq{$auth2}{%2$s}}}}
              server_set_id = $auth1
            cram_server:
              driver = cram_md5
              public_name = CRAM-MD5
              server_secret = ${if eq{$auth1}{%1$s}{%2$s}fail}
              server_set_id = $auth1
            """.formatted(USER, PASSWORD);
}
