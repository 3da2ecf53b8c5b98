package org.postlotse.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.postlotse.probe.Verdict.EncryptionMissing;
import org.postlotse.probe.Verdict.MechanismMissing;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.Working;

/** POP3 (RFC 1939, RFC 2449, RFC 2595, RFC 5034): AUTH PLAIN, or the commands USER and PASS. */
final class Pop3Dialogue implements Dialogue {
    private final Wire wire;
    private List<String> can = List.of();

    Pop3Dialogue(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void greeting() throws EarlyVerdict {
        wire.at(Stage.GREETING);
        var refusal = answer();
        if (refusal.isPresent())
            throw new EarlyVerdict(refusal.get().meaning(TemporarilyDown::new, TemporarilyDown::new));
    }

    @Override
    public void startTls() throws EarlyVerdict {
        var can = capabilities();
        // a server without CAPA may still know STLS, and says so when it is asked
        if (can.isPresent() && !can.get().contains("STLS")) throw new EarlyVerdict(new EncryptionMissing());
        wire.at(Stage.STARTTLS);
        wire.ask("STLS");
        if (answer().isPresent()) throw new EarlyVerdict(new EncryptionMissing());
    }

    @Override
    public void introduce(Origin origin) throws EarlyVerdict {
        wire.at(Stage.CAPABILITY);
        // Dovecot's own, after the model of Postfix' command; it wants no prefix before an IPv6 address. The session's
        // name is what tells this log-in from the customer's own in the log: POP3 has no ID.
        wire.ask("XCLIENT ADDR=" + origin.text() + (origin.port() == 0 ? "" : " PORT=" + origin.port()) + " SESSION="
                + Origin.session());
        answer(); // whoever does not trust us says so and goes on
    }

    @Override
    public Optional<Verdict> ways() throws EarlyVerdict {
        can = capabilities().orElse(List.of("USER")); // USER is what came before CAPA
        boolean one = can.contains("USER") || can.stream().anyMatch(Pop3Dialogue::offersPlain);
        return one ? Optional.empty() : Optional.of(new MechanismMissing());
    }

    @Override
    public Verdict login(Login login) throws EarlyVerdict {
        wire.at(Stage.LOGIN);
        return can.stream().anyMatch(Pop3Dialogue::offersPlain) ? authPlain(login) : userAndPass(login);
    }

    @Override
    public String goodbye() {
        return "QUIT";
    }

    /** What CAPA lists, in upper case; empty when the server does not know CAPA. */
    private Optional<List<String>> capabilities() throws EarlyVerdict {
        wire.at(Stage.CAPABILITY);
        wire.ask("CAPA");
        if (answer().isPresent()) return Optional.empty();
        var can = new ArrayList<String>();
        for (var line = wire.line(); !line.equals("."); line = wire.line()) can.add(line.toUpperCase(Locale.ROOT));
        return Optional.of(can);
    }

    private static boolean offersPlain(String capability) {
        return capability.startsWith("SASL ")
                && Arrays.asList(capability.split(" ")).contains("PLAIN");
    }

    /** Without an initial response: RFC 1734 did not have it, and SASL in CAPA does not tell which RFC is meant. */
    private Verdict authPlain(Login login) throws EarlyVerdict {
        wire.ask("AUTH PLAIN");
        var line = wire.line();
        if (!line.startsWith("+ ") && !line.equals("+")) return verdict(refusal(line), login);
        wire.say(Login.line("", login.plain()));
        return verdict(answer(), login);
    }

    private Verdict userAndPass(Login login) throws EarlyVerdict {
        wire.ask(Login.line("USER ", login.nameOctets()));
        var refusal = answer();
        if (refusal.isPresent()) return verdict(refusal, login);
        wire.ask(Login.line("PASS ", login.password()));
        return verdict(answer(), login);
    }

    private static Verdict verdict(Optional<Refusal> refusal, Login login) {
        Supplier<Verdict> wrong = login::refused;
        return refusal.map(each -> each.meaning(wrong, wrong)).orElseGet(Working::new);
    }

    /** Empty for +OK. */
    private Optional<Refusal> answer() throws EarlyVerdict {
        return refusal(wire.line());
    }

    private Optional<Refusal> refusal(String line) throws EarlyVerdict {
        if (says("+OK", line)) return Optional.empty();
        if (says("-ERR", line)) return Optional.of(Refusal.of(line.substring(4)));
        throw wire.broken();
    }

    private static boolean says(String word, String line) {
        return line.equalsIgnoreCase(word) || line.regionMatches(true, 0, word + " ", 0, word.length() + 1);
    }
}
