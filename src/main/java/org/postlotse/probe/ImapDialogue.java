package org.postlotse.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postlotse.probe.ImapConversation.Status;
import org.postlotse.probe.ImapConversation.Tagged;
import org.postlotse.probe.Verdict.EncryptionMissing;
import org.postlotse.probe.Verdict.MechanismMissing;
import org.postlotse.probe.Verdict.PlaintextRefused;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.Working;

/** IMAP4rev1 and rev2 (RFC 3501, RFC 9051): AUTHENTICATE PLAIN, or the command LOGIN. */
final class ImapDialogue implements Dialogue {
    private final Wire wire;
    private final ImapConversation imap;
    private Set<String> can = Set.of();

    ImapDialogue(Wire wire) {
        this.wire = wire;
        imap = new ImapConversation(wire);
    }

    @Override
    public void greeting() throws EarlyVerdict {
        wire.at(Stage.GREETING);
        imap.greeting();
    }

    @Override
    public void startTls() throws EarlyVerdict {
        if (!capabilities().contains("STARTTLS")) throw new EarlyVerdict(new EncryptionMissing());
        wire.at(Stage.STARTTLS);
        if (imap.command("STARTTLS").status() != Status.OK) throw new EarlyVerdict(new EncryptionMissing());
    }

    @Override
    public void introduce(Origin origin) throws EarlyVerdict {
        wire.at(Stage.CAPABILITY);
        // RFC 2971; Dovecot takes the fields before the login from those in login_trusted_networks. The session's name
        // is
        // what tells this log-in from the customer's own in the log: Dovecot 2.4 logs no names of programs.
        var port = origin.port() == 0 ? "" : " \"x-originating-port\" \"" + origin.port() + "\"";
        imap.command("ID (\"name\" \"Postlotse\" \"x-originating-ip\" \"" + origin.text() + "\"" + port
                + " \"x-session-id\" \"" + Origin.session() + "\")");
    }

    @Override
    public Optional<Verdict> ways() throws EarlyVerdict {
        can = capabilities();
        if (can.contains("AUTH=PLAIN") || !can.contains("LOGINDISABLED")) return Optional.empty();
        boolean othersOnly = can.stream().anyMatch(each -> each.startsWith("AUTH="));
        return Optional.of(othersOnly ? new MechanismMissing() : new PlaintextRefused());
    }

    @Override
    public Verdict login(Login login) throws EarlyVerdict {
        wire.at(Stage.LOGIN);
        var answer = can.contains("AUTH=PLAIN") ? authenticate(login, can.contains("SASL-IR")) : commandLogin(login);
        return meaning(answer, login);
    }

    @Override
    public String goodbye() {
        return "z LOGOUT";
    }

    private Set<String> capabilities() throws EarlyVerdict {
        wire.at(Stage.CAPABILITY);
        imap.forget();
        var answer = imap.command("CAPABILITY");
        if (answer.status() != Status.OK) throw wire.broken();
        var can = new HashSet<String>();
        for (var line : imap.untagged("CAPABILITY "))
            can.addAll(Arrays.asList(line.toUpperCase(Locale.ROOT).split(" ")));
        return can;
    }

    private Tagged authenticate(Login login, boolean initialResponse) throws EarlyVerdict {
        // RFC 4959 §3
        if (initialResponse) return imap.command(Login.joined(octets("AUTHENTICATE PLAIN "), login.plain()));
        imap.begin(octets("AUTHENTICATE PLAIN\r\n"));
        if (!imap.invited()) return imap.answer();
        wire.say(Login.line("", login.plain()));
        return imap.answer();
    }

    private Tagged commandLogin(Login login) throws EarlyVerdict {
        boolean unasked = can.contains("LITERAL+") || can.contains("LITERAL-"); // RFC 7888
        var name = ImapString.of(login.nameOctets(), unasked);
        var password = ImapString.of(login.password(), unasked);
        try {
            return say(name, password);
        } finally {
            name.wipe();
            password.wipe();
        }
    }

    private Tagged say(ImapString name, ImapString password) throws EarlyVerdict {
        imap.begin(Login.joined(octets("LOGIN "), name.head()));
        if (name.waits() && !imap.invited()) return imap.answer();
        wire.say(Login.joined(name.tail(), octets(" "), password.head()));
        if (password.waits() && !imap.invited()) return imap.answer();
        wire.say(Login.line("", password.tail()));
        return imap.answer();
    }

    private Verdict meaning(Tagged answer, Login login) {
        return switch (answer.status()) {
            case OK -> new Working();
            case NO -> Refusal.of(answer.words()).meaning(login::refused, login::refused);
            case BAD -> Refusal.of(answer.words()).meaning(login::refused, Puzzling::new);
        };
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
