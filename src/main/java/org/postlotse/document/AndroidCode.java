package org.postlotse.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;

/**
 * What the code says that Thunderbird for Android and K-9 Mail scan (the “account export” of Thunderbird for computers,
 * format 1, as read by Thunderbird for Android in 2026-08). It has no password: the app asks for it. On the phone's own
 * screen it is of no use, for nothing opens it there.
 */
final class AndroidCode {
    private static final int FORMAT = 1;
    private static final int TLS = 3;
    private static final int STARTTLS = 2;
    private static final int PASSWORD = 1;
    private static final int SMTP = 0;
    /** The app's own reader of addresses takes nothing else. */
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}+");
    /** More, and its modules are too small for the camera of an old phone. */
    private static final int LONGEST = 800;

    private AndroidCode() {}

    /** The text of the code; empty for a mailbox whose address the app refuses, and for names without end. */
    static Optional<String> of(Mailbox mailbox) {
        var address =
                mailbox.address().localPart() + "@" + mailbox.address().domain().name();
        if (!ASCII.matcher(address).matches()) return Optional.empty();
        var incoming = server(mailbox.incoming() == Protocol.POP3 ? 1 : 0, mailbox.incomingServer(), mailbox);
        var outgoing = server(SMTP, mailbox.outgoingServer(), mailbox);
        var identity = List.of(address, mailbox.owner().orElse(""));
        var whole = List.of(FORMAT, List.of(1, 1), incoming, List.of(List.of(outgoing, identity)));
        return Optional.of(Json.text(whole)).filter(text -> text.length() <= LONGEST);
    }

    static Unfit unfit() {
        return new Unfit("Thunderbird for Android reads no address with letters beyond ASCII before the at sign,"
                + " and phones no code of more than " + LONGEST + " characters.");
    }

    private static List<Object> server(int kind, Server server, Mailbox mailbox) {
        return List.of(
                kind,
                server.host().name(),
                server.port().number(),
                server.security() == ConnectionSecurity.TLS ? TLS : STARTTLS,
                PASSWORD,
                mailbox.login());
    }
}
