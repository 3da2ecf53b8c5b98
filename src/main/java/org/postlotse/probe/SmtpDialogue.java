package org.postlotse.probe;

import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.probe.Verdict.EncryptionMissing;
import org.postlotse.probe.Verdict.MechanismMissing;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.Working;

/** Submission (RFC 5321, RFC 6409, RFC 3207, RFC 4954): AUTH PLAIN with initial response, or AUTH LOGIN. */
final class SmtpDialogue implements Dialogue {
    /** RFC 7600 §5: IPv4's dummy address, to which no connection ever goes. */
    private static final String NOWHERE = "192.0.0.8";

    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?:([ -])(.*))?");

    private final Wire wire;
    private Set<String> mechanisms = Set.of();

    SmtpDialogue(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void greeting() throws EarlyVerdict {
        wire.at(Stage.GREETING);
        var reply = reply();
        if (!reply.positive()) throw new EarlyVerdict(turnedAway(reply));
    }

    @Override
    public void startTls() throws EarlyVerdict {
        if (!capabilities().contains("STARTTLS")) throw new EarlyVerdict(new EncryptionMissing());
        wire.at(Stage.STARTTLS);
        wire.ask("STARTTLS");
        if (!reply().positive()) throw new EarlyVerdict(new EncryptionMissing());
    }

    @Override
    public void introduce(Origin origin) throws EarlyVerdict {
        // where the log-in says that it went to tells it from the customer's own in Dovecot's events, which know no
        // session of Postfix; a server that does not take that is told nothing
        var can = capabilities();
        if (!takes(can, "ADDR") || !takes(can, "DESTADDR")) return;
        // Postfix' XCLIENT: an IPv6 address has a prefix; after its 220 everything begins afresh but TLS
        var prefix = origin.address() instanceof Inet6Address ? "IPV6:" : "";
        var port = origin.port() == 0 ? "[UNAVAILABLE]" : String.valueOf(origin.port());
        wire.ask(
                "XCLIENT NAME=[UNAVAILABLE] ADDR=" + prefix + origin.text() + " PORT=" + port + " DESTADDR=" + NOWHERE);
        reply();
    }

    private static boolean takes(List<String> capabilities, String attribute) {
        return capabilities.stream()
                .filter(line -> line.startsWith("XCLIENT "))
                .anyMatch(line -> Arrays.asList(line.split(" ")).contains(attribute));
    }

    @Override
    public Optional<Verdict> ways() throws EarlyVerdict {
        mechanisms = mechanisms(capabilities());
        boolean one = mechanisms.contains("PLAIN") || mechanisms.contains("LOGIN");
        return one ? Optional.empty() : Optional.of(new MechanismMissing());
    }

    @Override
    public Verdict login(Login login) throws EarlyVerdict {
        wire.at(Stage.LOGIN);
        return mechanisms.contains("PLAIN") ? authPlain(login) : authLogin(login);
    }

    @Override
    public String goodbye() {
        return "QUIT";
    }

    /** What EHLO lists, in upper case. */
    private List<String> capabilities() throws EarlyVerdict {
        wire.at(Stage.CAPABILITY);
        wire.ask("EHLO " + ownName());
        var reply = reply();
        if (!reply.positive()) throw new EarlyVerdict(turnedAway(reply));
        return reply.lines().stream()
                .skip(1)
                .map(line -> line.strip().toUpperCase(Locale.ROOT))
                .toList();
    }

    /** An address literal (RFC 5321 §4.1.3): behind containers and proxies there is no name that would be ours. */
    private String ownName() {
        var address = wire.localAddress();
        var text = address.getHostAddress().replaceFirst("%.*", ""); // a zone is nobody else's business
        return "[" + (address instanceof Inet6Address ? "IPv6:" : "") + text + "]";
    }

    private static Set<String> mechanisms(List<String> capabilities) {
        var mechanisms = new HashSet<String>();
        capabilities.stream()
                .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH=")) // the latter for old Outlooks
                .forEach(line ->
                        mechanisms.addAll(Arrays.asList(line.substring(5).split("[ =]"))));
        return mechanisms;
    }

    private Verdict authPlain(Login login) throws EarlyVerdict {
        wire.ask(Login.line("AUTH PLAIN ", login.plain()));
        return verdict(reply(), login);
    }

    private Verdict authLogin(Login login) throws EarlyVerdict {
        wire.ask("AUTH LOGIN");
        var reply = reply();
        if (!reply.invites()) return verdict(reply, login);
        wire.ask(Login.line("", Login.base64(login.nameOctets())));
        reply = reply();
        if (!reply.invites()) return verdict(reply, login);
        wire.ask(Login.line("", Login.base64(login.password())));
        return verdict(reply(), login);
    }

    private Verdict verdict(SmtpReply reply, Login login) throws EarlyVerdict {
        if (reply.code() == 235) return new Working();
        if (reply.code() < 400) throw wire.broken(); // one challenge too many
        return reply.refusal(login::refused);
    }

    /** Before it comes to a login. */
    private static Verdict turnedAway(SmtpReply reply) {
        return reply.code() / 100 == 4 ? reply.notNow() : new Puzzling();
    }

    private SmtpReply reply() throws EarlyVerdict {
        var lines = new ArrayList<String>();
        var code = "";
        while (true) {
            var line = wire.line();
            var match = LINE.matcher(line);
            if (!match.matches() || !code.isEmpty() && !match.group(1).equals(code)) throw wire.broken();
            code = match.group(1);
            lines.add(match.group(3) == null ? "" : match.group(3));
            if (!"-".equals(match.group(2))) return new SmtpReply(Integer.parseInt(code), lines);
        }
    }
}
