package org.postlotse.document;

import java.util.List;
import org.postlotse.document.ServerTexts.ServerFile;

/**
 * Postfix' words for sending without encryption. What it says itself is fixed; since 3.4 a footer goes behind it, on the
 * same line where it begins with {@code \c} (smtpd_reject_footer_maps). The service that is gone answers at the connect.
 */
final class PostfixRefusal {
    private static final String SETTINGS = """
            # Postfix 3.4 or newer. In main.cf, or with -o at the submission services in master.cf:
            smtpd_tls_security_level = encrypt
            smtpd_tls_auth_only = yes
            smtpd_reject_footer_maps = regexp:/etc/postfix/plaintext-refused
            """;

    private static final String SERVICE = """
            # A port that will never take mail again, such as an old port for sending: it says so and hangs up.
            2525 inet n - n - - smtpd
              -o smtpd_delay_reject=no
              -o { smtpd_client_restrictions = check_client_access static:{421 4.7.0 %s} }
            """;

    private PostfixRefusal() {}

    static List<ServerFile> files(String words) {
        var footer = "/^(530 5\\.7\\.0 Must issue a STARTTLS|503 5\\.5\\.1 Error: authentication not enabled)/ \\c. "
                + words.replace("$", "$$") + "\n";
        return List.of(
                new ServerFile("/etc/postfix/main.cf", SETTINGS),
                new ServerFile("/etc/postfix/plaintext-refused", footer),
                new ServerFile("/etc/postfix/master.cf", SERVICE.formatted(words)));
    }
}
