package org.postlotse.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.evidence.LogAdvice;

/** Real servers with one mailbox, which still let anybody in in any way, and whose logs are set as we advise. */
public record AdvisedServers(Dovecot dovecot, Postfix postfix) implements AutoCloseable {
    /** Dovecot lets an address wait ever longer after each wrong password, until Postfix has lost patience with it. */
    static final String WITHOUT_PENALTY = """
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            """;

    /** @param directory whose {@code dovecot/log} and {@code postfix/log} are theirs */
    public static AdvisedServers in(Path directory, ThrowAwayAuthority authority, String user, String password)
            throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var certificate = authority.issue(Wanted.server("localhost"));
        var dovecot = Dovecot.in(
                Files.createDirectory(directory.resolve("dovecot")),
                certificate,
                user + ":{PLAIN}" + password + "::::::\n",
                """
                ssl = yes
                disable_plaintext_auth = no
                auth_mechanisms = plain login cram-md5
                """ + WITHOUT_PENALTY + LogAdvice.DOVECOT_2_3.settings());
        var postfix = Postfix.in(
                Files.createDirectory(directory.resolve("postfix")),
                certificate,
                dovecot.sasl(),
                "smtpd_tls_security_level = may\nsmtpd_tls_auth_only = no\n" + LogAdvice.POSTFIX.settings());
        return new AdvisedServers(dovecot, postfix);
    }

    @Override
    public void close() {
        postfix.close();
        dovecot.close();
    }
}
