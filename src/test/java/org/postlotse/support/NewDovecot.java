package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.postlotse.demo.Issued;

/**
 * The real Dovecot 2.4, where it was unpacked: with a root directory of its own, as it is of another Debian, for one mailbox,
 * which may log in in any way.
 */
final class NewDovecot implements AutoCloseable {
    static final String USER = "erika@hoster.test";
    static final String PASSWORD = "geheim";

    private final ServerProcess process;
    private final List<Integer> ports;

    private NewDovecot(ServerProcess process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /** @param settings more of them */
    static NewDovecot with(Issued certificate, String settings) {
        var ports = FreePorts.take(3);
        var root = RealPart.DOVECOT_2_4
                .program(0)
                .toAbsolutePath()
                .getParent()
                .resolve("../..")
                .normalize();
        Path directory;
        try {
            directory = Files.createTempDirectory(root.resolve("tests"), "");
            certificate.write(directory, "server");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(
                    Files.createDirectory(directory.resolve("mail")), PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.writeString(directory.resolve("passwd"), USER + ":{PLAIN}" + PASSWORD + "::::::\n");
            Files.writeString(
                    directory.resolve("dovecot.conf"),
                    configuration("/tests/" + directory.getFileName(), ports) + settings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var process = ServerProcess.start(
                List.of(
                        "chroot",
                        root.toString(),
                        "/usr/sbin/dovecot",
                        "-F",
                        "-c",
                        "/tests/" + directory.getFileName() + "/dovecot.conf"),
                directory.resolve("log"),
                () -> ports.stream().allMatch(ServerProcess::takesConnections));
        return new NewDovecot(process, ports);
    }

    /** Where it speaks IMAP with STARTTLS and takes log-ins before it, too. */
    int imap() {
        return ports.get(0);
    }

    /** Where it speaks IMAP over TLS. */
    int imaps() {
        return ports.get(1);
    }

    /** Where it speaks POP3 with STLS and takes log-ins before it, too. */
    int pop3() {
        return ports.get(2);
    }

    /** What it has logged so far. */
    String log() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }

    private static String configuration(String directory, List<Integer> ports) {
        return """
                dovecot_config_version = 2.4.0
                dovecot_storage_version = 2.4.0
                protocols = imap pop3
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = /dev/stderr
                listen = 127.0.0.1
                ssl = yes
                ssl_server_cert_file = %1$s/server.pem
                ssl_server_key_file = %1$s/server.key
                auth_allow_cleartext = yes
                auth_mechanisms = plain login cram-md5
                auth_failure_delay = 0
                mail_driver = maildir
                mail_path = %1$s/mail/%%{user}
                first_valid_uid = 1
                passdb passwd-file {
                  passwd_file_path = %1$s/passwd
                }
                userdb static {
                  fields {
                    uid = mail
                    gid = mail
                    home = %1$s/mail/%%{user}
                  }
                }
                """.formatted(directory)
                + Dovecot.listener("imap", ports.get(0), ports.get(1))
                + Dovecot.listener("pop3", ports.get(2), 0);
    }
}
