package org.postlotse.comparison;

import java.util.Optional;
import org.postlotse.catalogue.Protocol;

/**
 * One half of an account as it stands in the program today, in the customer's words. What was not found is empty.
 *
 * @param protocol how mail is fetched; always empty for the sending half
 * @param host the server's name as typed, at most {@value #LONGEST} characters
 * @param port as typed
 * @param security which encryption is chosen
 * @param method which login method is chosen
 * @param user the user name as typed
 */
public record Present(
        Optional<Protocol> protocol,
        String host,
        String port,
        Optional<PresentSecurity> security,
        Optional<PresentMethod> method,
        String user) {
    /** What is longer is no setting of a mail program (RFC 1035 §2.3.4; RFC 5321 §4.5.3.1). */
    public static final int LONGEST = 320;

    public Present {
        host = tidied(host);
        port = tidied(port);
        user = tidied(user);
    }

    public static Present unknown() {
        return new Present(Optional.empty(), "", "", Optional.empty(), Optional.empty(), "");
    }

    /** Whether anything was told that can be compared. */
    public boolean told() {
        return !host.isEmpty() || !port.isEmpty() || security.isPresent() || method.isPresent() || !user.isEmpty();
    }

    /** This, and where it tells nothing, the other. */
    public Present over(Present other) {
        return new Present(
                protocol.or(other::protocol),
                host.isEmpty() ? other.host : host,
                port.isEmpty() ? other.port : port,
                security.or(other::security),
                method.or(other::method),
                user.isEmpty() ? other.user : user);
    }

    private static String tidied(String typed) {
        var line = typed.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, whole(line)));
    }

    private static int whole(String line) {
        return line.codePointCount(0, LONGEST);
    }
}
