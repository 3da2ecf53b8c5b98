package org.postlotse.document.takeover;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Ways to log in, as files of three formats name them. */
final class LoginMethod {
    /** "plain" is format 1.0's word; the mechanisms are the draft's, which marks them with {@code system="sasl"}. */
    private static final Set<String> PASSWORD = Set.of("password-cleartext", "plain", "login");

    private LoginMethod() {}

    /** Whether the password goes through the connection as it is, which needs TLS and nothing else. */
    static boolean isPassword(Element authentication) {
        return PASSWORD.contains(authentication.text().toLowerCase(Locale.ROOT));
    }

    static String described(List<Element> authentications) {
        return authentications.stream().map(LoginMethod::described).distinct().collect(Collectors.joining(", "));
    }

    static String described(Element authentication) {
        var method = Remarks.quoted(authentication.text());
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "password-encrypted", "secure" ->
                method + " (CRAM-MD5: the server would have to store passwords readably)";
            case "oauth2" -> method + " (a log-in page in a browser)";
            case "gssapi" -> method + " (Kerberos)";
            case "ntlm" -> method + " (a Windows log-in)";
            case "tls-client-cert" -> method + " (a certificate of the customer's own)";
            case "client-ip-address" -> method + " (by the customer's network, without a password)";
            case "smtp-after-pop" -> method + " (whoever has fetched mail may send for a while)";
            case "none" -> method + " (no log-in at all)";
            case "" -> "an empty <authentication>";
            default -> method;
        };
    }
}
