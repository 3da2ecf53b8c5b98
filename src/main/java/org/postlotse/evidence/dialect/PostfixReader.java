package org.postlotse.evidence.dialect;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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
    private static final byte[] CONNECT = Ascii.of("connect from ");
    private static final byte[] DISCONNECT = Ascii.of("disconnect from ");
    private static final byte[] TLS = Ascii.of(" TLS connection established from ");
    private static final byte[] CLIENT = Ascii.of(": client=");
    private static final byte[] STARTTLS = Ascii.of(" starttls=");
    private static final byte[] COLON = Ascii.of(": ");
    private static final byte[] WITH = Ascii.of(" with cipher ");
    private static final byte[] HANDSHAKE = Ascii.of("SSL_accept error from ");
    private static final byte[] REASON = Ascii.of("warning: TLS library problem: ");
    private static final byte[] SILENT = Ascii.of("lost connection after CONNECT from ");
    private static final byte[] NO_QUEUE_ID = Ascii.of("NOQUEUE: "); // before it since 3.10
    private static final int LONGEST_QUEUE_ID = 24;

    private final Findings findings;
    private final ByNumber<PostfixListener> listeners = new ByNumber<>();
    private final ByNumber<PostfixSession> sessions = new ByNumber<>();
    private final Spellings<Tls> versions = new Spellings<>();
    private final PostfixClient client = new PostfixClient();
    private final Tls clear = new Tls("", "", 1);
    /** How many ways to protect a connection have been seen, none at all included. */
    private long kinds = clear.number();

    PostfixReader(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void line(Entry entry) {
        if (entry.has(entry.from(), CONNECT)) {
            var begun = begun(entry, true);
            begun.from = PostfixRefusal.origin(entry);
            end(sessions.put(entry.process(), begun));
            return;
        }
        if (entry.has(entry.from(), DISCONNECT)) {
            disconnect(entry);
            return;
        }
        int space = entry.near(' ', entry.from(), Math.min(entry.to(), entry.from() + LONGEST_QUEUE_ID));
        if (entry.has(space - 1, CLIENT)) client(entry, space - 1 + CLIENT.length);
        else if (entry.has(space, TLS)) established(entry, space + TLS.length);
        else trouble(entry, entry.from() + (entry.has(entry.from(), NO_QUEUE_ID) ? NO_QUEUE_ID.length : 0));
    }

    private void trouble(Entry entry, int words) {
        if (entry.has(words, HANDSHAKE)) session(entry).failed = address(entry);
        else if (entry.has(words, REASON)) failed(entry);
        else if (entry.has(words, SILENT)) silent(entry);
        else if (PostfixRefusal.tried(entry, words)) refused(entry);
    }

    private PostfixSession begun(Entry entry, boolean fromStart) {
        var known = listeners.get(entry.service());
        var listener = known != null ? known : new PostfixListener(entry);
        if (known == null) listeners.put(entry.service(), listener);
        return new PostfixSession(listener, entry.position(), fromStart);
    }

    private PostfixSession session(Entry entry) {
        var known = sessions.get(entry.process());
        if (known != null) return known;
        var begun = begun(entry, false);
        sessions.put(entry.process(), begun);
        return begun;
    }

    /** {@code … TLS connection established from name[address]: version with cipher name …}; the name is DNS'. */
    private void established(Entry entry, int from) {
        var session = session(entry);
        session.listener.tellsTls(entry.position());
        int close = entry.next(']', from, entry.to());
        var known = versions.known(entry, close, entry.to(), 0);
        var tls = known != null ? known : tls(entry, close);
        if (tls == null) findings.puzzling(PostfixDialect.ID, entry);
        else session.tls = tls;
    }

    private @Nullable Tls tls(Entry entry, int close) {
        int with = entry.find(WITH, close, entry.to());
        int version = entry.findLast(COLON, close, with) + 2;
        if (with < 0 || version < 2) return null;
        int cipher = with + WITH.length;
        return versions.learn(
                new Tls(entry.word(version, with), entry.word(cipher, entry.next(' ', cipher, entry.to())), ++kinds));
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
        if (session.listener.submission() && !session.listener.wrapped())
            tell(entry, address(entry), Trouble.TLS_TO_CLEAR_TEXT);
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
        int open = entry.near('[', entry.from(), entry.to());
        return entry.word(open + 1, entry.near(']', open, entry.to()));
    }

    private void tell(Entry entry, String from, Trouble trouble) {
        findings.failed(new FailedAttempt(entry.time(), LoginProtocol.SMTP, from, trouble), entry.position(), "");
    }

    private void client(Entry entry, int from) {
        if (!client.read(entry, from)) return;
        var session = session(entry);
        if (session.tls != null) tell(entry, session, client.manner(entry, Encryption.TLS, session.tls));
        else if (session.isClear()) tell(entry, session, client.manner(entry, Encryption.NONE, clear));
        else await(entry, session, client.sender(entry));
    }

    private void await(Entry entry, PostfixSession session, PostfixSender sender) {
        if (sender.isForwarded()) tell(entry, session, sender.manner());
        else if (session.isNew(sender.manner()))
            session.await(new SeenLogin(entry, sender.manner(), client.port()), sender);
    }

    private void tell(Entry entry, PostfixSession session, Manner manner) {
        if (session.isNew(manner)) findings.login(new SeenLogin(entry, manner, client.port()));
    }

    private void disconnect(Entry entry) {
        var session = sessions.remove(entry.process());
        if (session == null) return;
        if (PostfixRefusal.inClearText(entry, session)) tell(entry, address(entry), Trouble.NOT_ENCRYPTED);
        if (session.waiting.isEmpty()) return;
        boolean starttls = entry.find(STARTTLS, entry.from(), entry.to()) >= 0;
        var encryption = starttls || session.listener.wrapped()
                ? Encryption.TLS
                : session.listener.submission() ? Encryption.NONE : Encryption.UNKNOWN;
        end(session, encryption);
    }

    private void end(PostfixSession session, Encryption encryption) {
        for (var one : session.waiting)
            findings.login(one.login().in(one.sender().manner(encryption, session.tls)));
    }

    private void end(@Nullable PostfixSession session) {
        if (session == null) return;
        end(session, session.listener.wrapped() ? Encryption.TLS : Encryption.UNKNOWN);
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
                        listeners.values().mapToLong(PostfixListener::toldTls))
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
