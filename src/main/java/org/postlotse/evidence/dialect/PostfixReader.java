package org.postlotse.evidence.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.SeenLogin;
import org.postlotse.evidence.Spellings;
import org.postlotse.evidence.Trouble;

/**
 * Joins the lines of one {@code smtpd} process: connect, TLS, client, disconnect. The address is no key: four connections of
 * one network may run side by side. A log-in inside TLS stands behind its TLS line, as Postfix forgets an earlier one at
 * STARTTLS (RFC 3207 §4.2).
 */
final class PostfixReader implements DialectReader {
    private static final byte[] SMTPD = Ascii.of("/smtpd");
    private static final byte[] SMTPS = Ascii.of("postfix/smtps");
    private static final byte[] SUBMISSIONS = Ascii.of("postfix/submissions");
    private static final byte[] SUBMISSION = Ascii.of("postfix/submission");
    private static final byte[] CONNECT = Ascii.of("connect from ");
    private static final byte[] DISCONNECT = Ascii.of("disconnect from ");
    private static final byte[] TLS = Ascii.of(" TLS connection established from ");
    private static final byte[] CLIENT = Ascii.of(": client=");
    private static final byte[] METHOD = Ascii.of(", sasl_method=");
    private static final byte[] USERNAME = Ascii.of(", sasl_username=");
    private static final byte[][] BEHIND = {
        Ascii.of(", sasl_sender="), Ascii.of(", orig_queue_id="), Ascii.of(", orig_client=")
    };
    private static final byte[] STARTTLS = Ascii.of(" starttls=");
    private static final byte[] COLON = Ascii.of(": ");
    private static final byte[] WITH = Ascii.of(" with cipher ");
    private static final byte[] HANDSHAKE = Ascii.of("SSL_accept error from ");
    private static final byte[] REASON = Ascii.of("warning: TLS library problem: ");
    private static final byte[] SILENT = Ascii.of("lost connection after CONNECT from ");
    private static final byte[] NO_QUEUE_ID = Ascii.of("NOQUEUE: "); // before it since 3.10
    private static final int LONGEST_QUEUE_ID = 24;

    private final Findings findings;
    private final ByProcess<PostfixSession> sessions = new ByProcess<>();
    private final Spellings<PostfixSender> senders = new Spellings<>();
    /** Programs that log TLS at all ({@code smtpd_tls_loglevel} ≥ 1), with where they did last: a missing line is an answer. */
    private final Map<Long, Long> tellTls = new HashMap<>();

    PostfixReader(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void line(Entry entry) {
        if (!entry.programEndsWith(SMTPD)) return;
        if (entry.has(entry.from(), CONNECT)) {
            end(sessions.put(entry.process(), begun(entry, true)));
            return;
        }
        if (entry.has(entry.from(), DISCONNECT)) {
            disconnect(entry);
            return;
        }
        int words = entry.from() + (entry.has(entry.from(), NO_QUEUE_ID) ? NO_QUEUE_ID.length : 0);
        if (entry.has(words, HANDSHAKE)) session(entry).failed = address(entry);
        else if (entry.has(words, REASON)) failed(entry);
        else if (entry.has(words, SILENT)) silent(entry);
        else if (PostfixRefusal.tried(entry, words)) refused(entry);
        int space = entry.next(' ', entry.from(), Math.min(entry.to(), entry.from() + LONGEST_QUEUE_ID));
        if (entry.has(space, TLS)) established(entry, space + TLS.length);
        else if (entry.has(space - 1, CLIENT)) client(entry, space - 1 + CLIENT.length);
    }

    private static PostfixSession begun(Entry entry, boolean fromStart) {
        var session = new PostfixSession();
        session.since = entry.position();
        session.fromStart = fromStart;
        session.wrapped = entry.programStartsWith(SMTPS) || entry.programStartsWith(SUBMISSIONS);
        session.submission = session.wrapped || entry.programStartsWith(SUBMISSION);
        if (fromStart) session.from = PostfixRefusal.origin(entry);
        return session;
    }

    private PostfixSession session(Entry entry) {
        var known = sessions.get(entry.process());
        if (known != null) return known;
        var begun = begun(entry, false);
        sessions.put(entry.process(), begun);
        return begun;
    }

    private void established(Entry entry, int from) {
        tellTls.put(entry.service(), entry.position());
        int with = entry.find(WITH, from, entry.to());
        int version = entry.findLast(COLON, from, with) + 2;
        if (with < 0 || version < 2) {
            findings.puzzling(PostfixDialect.ID, entry);
            return;
        }
        var session = session(entry);
        session.version = entry.word(version, with);
        int cipher = with + WITH.length;
        session.cipher = entry.word(cipher, entry.next(' ', cipher, entry.to()));
    }

    private void failed(Entry entry) {
        var session = sessions.get(entry.process());
        if (session == null || session.failed.isEmpty()) return;
        var from = session.failed;
        Trouble.ofTls(entry, entry.from(), entry.to()).ifPresent(trouble -> tell(entry, from, trouble));
        session.failed = "";
    }

    /** Who waits for TLS at a port that begins without it gets a greeting that he can not read, and goes. */
    private void silent(Entry entry) {
        var session = session(entry);
        if (session.submission && !session.wrapped) tell(entry, address(entry), Trouble.TLS_TO_CLEAR_TEXT);
    }

    /** Somebody trusted, our own check perhaps, may have said in between that it speaks for another: that is no program's try. */
    private void refused(Entry entry) {
        var session = session(entry);
        session.tried = true;
        if (session.fromStart && session.from != PostfixRefusal.origin(entry)) return;
        PostfixRefusal.trouble(entry).ifPresent(trouble -> tell(entry, address(entry), trouble));
    }

    /** {@code … name[address] …}; the name is DNS'. */
    private static String address(Entry entry) {
        int open = entry.next('[', entry.from(), entry.to());
        return entry.word(open + 1, entry.next(']', open, entry.to()));
    }

    private void tell(Entry entry, String from, Trouble trouble) {
        findings.failed(new FailedAttempt(entry.time(), LoginProtocol.SMTP, from, trouble), entry.position(), "");
    }

    /** {@code client=name[address](:port), sasl_method=…, sasl_username=rest}: names before the first bracket are DNS'. */
    private void client(Entry entry, int from) {
        int method = entry.find(METHOD, from, entry.to());
        int user = method < 0 ? -1 : entry.find(USERNAME, method, entry.to());
        if (user < 0) return; // another server's mail, or a client without a log-in
        int userEnd = entry.to();
        for (var key : BEHIND) {
            int behind = entry.findLast(key, user, userEnd);
            if (behind >= 0) userEnd = behind;
        }
        int open = entry.next('[', from, method);
        int close = entry.next(']', open, method);
        int port = close + 1 < method && entry.at(close + 1) == ':' ? entry.number(close + 2, method) : 0;
        senders.begin();
        senders.add(entry, from, port > 0 ? close + 2 : method);
        senders.add(entry, method, userEnd);
        var known = senders.known();
        var sender = known != null
                ? known
                : senders.learn(new PostfixSender(
                        entry.word(user + USERNAME.length, userEnd),
                        entry.word(open + 1, close),
                        entry.word(method + METHOD.length, user)));
        tell(entry, sender, port);
    }

    private void tell(Entry entry, PostfixSender sender, int port) {
        var session = session(entry);
        if (!session.isNew(sender.user())) return;
        if (sender.isForwarded()) tell(entry, sender.manner(), port);
        else if (!session.version.isEmpty()) tell(entry, sender.manner(Encryption.TLS, session), port);
        else if (session.fromStart && tellTls.containsKey(entry.service()))
            tell(entry, sender.manner(Encryption.NONE, session), port);
        else session.await(new SeenLogin(entry, sender.manner(), port), sender);
    }

    private void tell(Entry entry, Manner manner, int port) {
        findings.login(new SeenLogin(entry, manner, port));
    }

    private void disconnect(Entry entry) {
        var session = sessions.remove(entry.process());
        if (session == null) return;
        if (PostfixRefusal.inClearText(entry, session)) tell(entry, address(entry), Trouble.NOT_ENCRYPTED);
        if (session.waiting.isEmpty()) return;
        boolean starttls = entry.find(STARTTLS, entry.from(), entry.to()) >= 0;
        var encryption = starttls || session.wrapped
                ? Encryption.TLS
                : session.submission ? Encryption.NONE : Encryption.UNKNOWN;
        end(session, encryption);
    }

    private void end(PostfixSession session, Encryption encryption) {
        for (var one : session.waiting)
            findings.login(one.login().in(one.sender().manner(encryption, session)));
    }

    private void end(@org.jspecify.annotations.Nullable PostfixSession session) {
        if (session == null) return;
        end(session, session.wrapped ? Encryption.TLS : Encryption.UNKNOWN);
    }

    @Override
    public void end() {
        sessions.values().forEach(session -> end(session));
        sessions.clear();
    }

    @Override
    public long since() {
        return LongStream.concat(
                        sessions.values().mapToLong(session -> session.since),
                        tellTls.values().stream().mapToLong(Long::longValue))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    @Override
    public void waiting(LongConsumer positions) {
        sessions.values()
                .flatMap(session -> session.waiting.stream())
                .forEach(one -> positions.accept(one.login().position()));
    }
}
