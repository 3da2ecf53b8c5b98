package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.postlotse.demo.Issued;

/**
 * The real Postfix, where it is installed: submission with STARTTLS and with TLS at once, on loopback, with its own
 * configuration, queue and data directory. It takes log-ins and lets no mail out.
 */
public final class Postfix implements AutoCloseable {
    private final ServerProcess process;
    private final int submission;
    private final int submissions;

    private Postfix(ServerProcess process, int submission, int submissions) {
        this.process = process;
        this.submission = submission;
        this.submissions = submissions;
    }

    /**
     * Starts it.
     *
     * @param directory empty, below one that everybody may enter
     * @param sasl Dovecot's socket for log-ins
     */
    public static Postfix in(Path directory, Issued certificate, Path sasl) {
        return in(directory, certificate, sasl, "");
    }

    /** The same with more settings; the last of a name counts. */
    public static Postfix in(Path directory, Issued certificate, Path sasl, String settings) {
        return in(directory, certificate, sasl, new More(settings, ""));
    }

    /**
     * What its files say beside the usual.
     *
     * @param settings in {@code main.cf}; the last of a name counts
     * @param services in {@code master.cf}
     */
    public record More(String settings, String services) {}

    /** The same with more of both. */
    public static Postfix in(Path directory, Issued certificate, Path sasl, More more) {
        var ports = FreePorts.take(2);
        var etc = directory.resolve("etc");
        try {
            certificate.write(directory, "server");
            for (var part : List.of("etc", "queue", "data")) Files.createDirectories(directory.resolve(part));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Programs.mustRun(
                    List.of("chown", "postfix", directory.resolve("data").toString()));
            Files.writeString(etc.resolve("main.cf"), main(directory, sasl) + more.settings());
            Files.writeString(etc.resolve("master.cf"), master(ports.get(0), ports.get(1)) + more.services());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // its script makes the queue's directories; the daemon itself is started here, so that a signal finds it
        Programs.mustRun(List.of(RealPart.POSTFIX.program(0).toString(), "-c", etc.toString(), "check"));
        var command = List.of(RealPart.POSTFIX.program(1).toString(), "-c", etc.toString(), "-s");
        var process = ServerProcess.start(
                command, directory.resolve("log"), () -> ports.stream().allMatch(ServerProcess::takesConnections));
        return new Postfix(process, ports.get(0), ports.get(1));
    }

    /** Where it speaks SMTP with STARTTLS, as on 587. */
    public int submission() {
        return submission;
    }

    /** Where it speaks SMTP over TLS, as on 465. */
    public int submissions() {
        return submissions;
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

    private static String main(Path directory, Path sasl) {
        return """
                compatibility_level = 3.6
                myhostname = localhost.localdomain
                mydestination =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 192.0.2.1/32
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = /dev/stdout
                default_transport = discard:
                relayhost =
                alias_maps =
                smtpd_tls_cert_file = %1$s/server.pem
                smtpd_tls_key_file = %1$s/server.key
                smtpd_tls_security_level = encrypt
                smtpd_tls_auth_only = yes
                smtpd_tls_mandatory_protocols = >=TLSv1.2
                smtpd_sasl_auth_enable = yes
                smtpd_sasl_type = dovecot
                smtpd_sasl_path = %2$s
                smtpd_sasl_security_options = noanonymous
                smtpd_relay_restrictions = permit_sasl_authenticated, reject
                smtpd_recipient_restrictions = permit_sasl_authenticated, reject
                smtpd_error_sleep_time = 0
                """.formatted(directory, sasl);
    }

    private static String master(int submission, int submissions) {
        return """
                127.0.0.1:%1$d inet n - n - - smtpd
                  -o syslog_name=postfix/submission
                127.0.0.1:%2$d inet n - n - - smtpd
                  -o syslog_name=postfix/submissions
                  -o smtpd_tls_wrappermode=yes
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                anvil unix - - n - 1 anvil
                discard unix - - n - - discard
                virtual unix - n n - - virtual
                error unix - - n - - error
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(submission, submissions);
    }
}
