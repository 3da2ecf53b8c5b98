package org.postlotse.evidence.dialect;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.EvidenceSettings;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LoginProtocol;

/** Dovecot 2.2 to 2.4, with the default or any longer {@code login_log_format_elements}, and its events in JSON. */
@Singleton
final class DovecotDialect implements LogDialect {
    static final String ID = "dovecot";
    private static final byte[] DOVECOT = Ascii.of("dovecot");

    private final Predicate<String> hops;

    @Inject
    DovecotDialect(EvidenceSettings settings) {
        this(settings::hop);
    }

    /** @param hops which addresses are those of load balancers that hand on the customer's */
    DovecotDialect(Predicate<String> hops) {
        this.hops = hops;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean wrote(Entry entry) {
        return entry.origin() == Entry.Origin.DOVECOT_FILE
                || entry.origin() == Entry.Origin.SYSLOG && entry.programIs(DOVECOT);
    }

    @Override
    public DialectReader read(Findings findings) {
        return new Reader(findings, new RealLeg(hops));
    }

    private static final class Reader implements DialectReader {
        private static final byte[] LOGIN_PROCESS = Ascii.of("-login: ");
        private static final byte[] IMAP = Ascii.of("imap");
        private static final byte[] INFO = Ascii.of("Info: ");
        private static final byte[] LOGIN = Ascii.of("Login: user=<");
        private static final byte[] LOGGED_IN = Ascii.of("Logged in: user=<"); // 2.4
        private static final byte[] PROXY = Ascii.of("proxy(");
        private static final byte[] STARTED = Ascii.of("): Started proxying to ");
        private static final byte[] USER = Ascii.of(": user=<");
        private static final byte[] ID_SENT = Ascii.of("ID sent: ");
        private static final byte[] SESSION = Ascii.of(", session=<");
        private static final byte[] SESSION_END = Ascii.of(">: ");

        private static final byte[] OPENING = {'<'};
        /** Of a log-in process. */
        private static final int LONGEST_NAME = 24;

        private final Findings findings;
        private final DovecotTail tail;
        private final DovecotFailure failure = new DovecotFailure();
        private final DovecotEvents events;

        Reader(Findings findings, RealLeg leg) {
            this.findings = findings;
            this.tail = new DovecotTail(leg);
            this.events = new DovecotEvents(findings, leg);
        }

        @Override
        public void line(Entry entry) {
            int process = entry.near('-', entry.from(), Math.min(entry.to(), entry.from() + LONGEST_NAME));
            if (!entry.has(process, LOGIN_PROCESS)) {
                if (entry.has(entry.from(), IMAP)) identification(entry);
                else events.read(entry);
                return;
            }
            int head = process + LOGIN_PROCESS.length;
            if (entry.has(head, INFO)) head += INFO.length;
            if (entry.has(head, LOGIN)) login(entry, head + LOGIN.length);
            else if (entry.has(head, LOGGED_IN)) login(entry, head + LOGGED_IN.length);
            else if (entry.has(head, PROXY)) proxied(entry, head);
            else if (entry.has(head, ID_SENT)) identifiedBefore(entry, head + ID_SENT.length);
            else failed(entry, head);
        }

        /** {@code imap-login: ID sent: name=…: user=<>, rip=…, session=<…>}: a program may say it before it logs in. */
        private void identifiedBefore(Entry entry, int from) {
            int user = entry.findLast(USER, from, entry.to());
            int session = user < 0 ? -1 : entry.findLast(SESSION, user, entry.to());
            if (session < 0) return;
            int id = session + SESSION.length;
            findings.client(entry.text(id, entry.next('>', id, entry.to())), entry.text(from, user));
        }

        /** The client's connection to a login proxy: the line of the back end tells of the proxy's own leg. */
        private void proxied(Entry entry, int head) {
            int started = entry.find(STARTED, head, entry.to());
            int user = started < 0 ? -1 : entry.find(USER, started, entry.to());
            if (user >= 0) login(entry, user + USER.length);
        }

        private void failed(Entry entry, int head) {
            var service = service(entry);
            if (service != null) failure.read(entry, head, service, findings);
        }

        private void login(Entry entry, int user) {
            var service = service(entry);
            if (service == null) return;
            if (!tail.read(entry, user)) {
                findings.puzzling(ID, entry);
                return;
            }
            events.line(tail.login(entry, service));
        }

        @org.jspecify.annotations.Nullable
        private static LoginProtocol service(Entry entry) {
            return switch (entry.at(entry.from())) {
                case 'i' -> LoginProtocol.IMAP;
                case 'p' -> LoginProtocol.POP3;
                case 's' -> LoginProtocol.SMTP; // submission-login
                case 'm' -> LoginProtocol.SIEVE;
                default -> null;
            };
        }

        /** {@code imap(user)<1><session>: Info: ID sent: name=Thunderbird, version=…} (RFC 2971). */
        private void identification(Entry entry) {
            int end = entry.find(SESSION_END, entry.from(), entry.to());
            if (end < 0) return;
            int said = end + SESSION_END.length;
            if (entry.has(said, INFO)) said += INFO.length; // syslog carries no level between the two
            int open = entry.has(said, ID_SENT) ? entry.findLast(OPENING, entry.from(), end) : -1;
            if (open >= 0) findings.client(entry.text(open + 1, end), entry.text(said + ID_SENT.length, entry.to()));
        }

        @Override
        public long since() {
            return events.since();
        }

        @Override
        public void end() {}
    }
}
