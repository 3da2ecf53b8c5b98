package org.postlotse.evidence.dialect;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.EvidenceSettings;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogDialect;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;
import org.postlotse.evidence.SeenLogin;

/** Exim 4.9x: one line has everything, but names the authenticator of its configuration instead of the mechanism. */
@Singleton
final class EximDialect implements LogDialect {
    static final String ID = "exim";
    private static final byte[] EXIM = Ascii.of("exim");

    private final Map<String, String> mechanisms;

    @Inject
    EximDialect(EvidenceSettings settings) {
        this(settings.eximAuthenticators());
    }

    /** @param mechanisms of authenticators, by their names */
    EximDialect(Map<String, String> mechanisms) {
        this.mechanisms = mechanisms;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean wrote(Entry entry) {
        return entry.origin() == Entry.Origin.EXIM_FILE
                || entry.origin() == Entry.Origin.SYSLOG && entry.programStartsWith(EXIM);
    }

    @Override
    public DialectReader read(Findings findings) {
        return new Reader(findings, mechanisms);
    }

    private static final class Reader implements DialectReader {
        private static final byte[] RECEIVED = Ascii.of(" <= ");
        private static final byte[] NO_MAIL = Ascii.of("no MAIL in SMTP connection from ");
        private static final byte[] AUTHENTICATED = Ascii.of(" A=");
        private static final byte[] TLS = Ascii.of(" X=");
        private static final byte[] SIZE = Ascii.of(" S=");
        private static final byte[] COMMANDS = Ascii.of(" C=");
        private static final byte[] PROTOCOL = Ascii.of(" P=");
        private static final byte[] INTERFACE = Ascii.of(" I=[");
        private static final byte[] SNI = Ascii.of(" SNI=\"");
        private static final byte[] OPEN = Ascii.of("[");
        private static final int LONGEST_ID = 40;
        /** {@code 2026-11-23 08:26:27}. */
        private static final int STAMP = 19;
        /** {@code +0100} and a blank. */
        private static final int ZONE = 6;

        private final Findings findings;
        private final Map<String, String> mechanisms;
        private final EximFailure failures;

        Reader(Findings findings, Map<String, String> mechanisms) {
            this.findings = findings;
            this.mechanisms = mechanisms;
            this.failures = new EximFailure(findings);
        }

        @Override
        public void line(Entry entry) {
            if (isStamped(entry)) entry.begin(behindStamp(entry));
            int id = entry.next(' ', entry.from(), Math.min(entry.to(), entry.from() + LONGEST_ID));
            if (entry.has(id, RECEIVED)) received(entry);
            else if (entry.has(entry.from(), NO_MAIL)) withoutMail(entry);
            else failures.read(entry, id);
        }

        /** By syslog Exim writes its own stamp, too, as it does into its file ({@code syslog_timestamp}). */
        private static boolean isStamped(Entry entry) {
            int from = entry.from();
            return entry.to() - from > STAMP
                    && entry.at(from + 4) == '-'
                    && entry.at(from + 7) == '-'
                    && entry.at(from + 10) == ' '
                    && entry.at(from + 13) == ':';
        }

        private static int behindStamp(Entry entry) {
            int at = entry.next(' ', entry.from() + STAMP, entry.to()) + 1;
            if (at + ZONE < entry.to() && (entry.at(at) == '+' || entry.at(at) == '-')) at += ZONE;
            if (at < entry.to() && entry.at(at) == '[') at = entry.next(']', at, entry.to()) + 2;
            return Math.min(at, entry.to());
        }

        /** {@code … H=(…) [ip]:port I=[ip]:port P=esmtpsa X=… A=name:user S=…}; the HELO in parentheses is the client's. */
        private void received(Entry entry) {
            int authenticated = entry.find(AUTHENTICATED, entry.from(), entry.to());
            if (authenticated < 0) return;
            int user = authenticated + AUTHENTICATED.length;
            int end = orEnd(entry.find(SIZE, user, entry.to()), entry);
            int protocol = entry.findLast(PROTOCOL, entry.from(), authenticated);
            if (protocol < 0) findings.puzzling(ID, entry);
            else tell(entry, protocol, authenticated, user, end);
        }

        /** A settings test: {@code … [ip]:port I=[ip]:port D=1s A=name:user X=… C=EHLO,AUTH,QUIT}. */
        private void withoutMail(Entry entry) {
            int authenticated = entry.find(AUTHENTICATED, entry.from(), entry.to());
            if (authenticated < 0) {
                failures.withoutMail(entry);
                return;
            }
            int user = authenticated + AUTHENTICATED.length;
            int commands = orEnd(entry.findLast(COMMANDS, user, entry.to()), entry);
            int tls = entry.find(TLS, user, commands);
            tell(entry, authenticated, commands, user, tls >= 0 ? tls : commands);
        }

        private static int orEnd(int found, Entry entry) {
            return found < 0 ? entry.to() : found;
        }

        /**
         * @param addressesEnd behind the two addresses
         * @param tlsEnd behind the part in which TLS is told
         */
        private void tell(Entry entry, int addressesEnd, int tlsEnd, int user, int userEnd) {
            int colon = entry.next(':', user, userEnd);
            int server = entry.findLast(INTERFACE, entry.from(), addressesEnd);
            int clientEnd = server >= 0 ? server : addressesEnd;
            int client = entry.findLast(OPEN, entry.from(), clientEnd);
            if (client < 0 || colon >= userEnd) {
                findings.puzzling(ID, entry);
                return;
            }
            int tls = entry.find(TLS, entry.from(), tlsEnd);
            int sni = entry.find(SNI, tlsEnd > userEnd ? userEnd : entry.from(), tlsEnd);
            var from = endpoint(entry, client, clientEnd);
            var manner = new Manner(new Manner.Facts(
                    LoginProtocol.SMTP,
                    unescaped(entry, colon + 1, userEnd),
                    from.address(),
                    server < 0 ? Endpoint.UNKNOWN : endpoint(entry, server + 3, addressesEnd),
                    protection(entry, tls, tlsEnd, mechanism(entry.text(user, colon))),
                    sni < 0 ? "" : entry.text(sni + SNI.length, entry.next('"', sni + SNI.length, tlsEnd))));
            findings.login(new SeenLogin(entry, manner, from.port()));
        }

        private static Protection protection(Entry entry, int tls, int end, String mechanism) {
            if (tls < 0) return new Protection(Encryption.NONE, "", "", mechanism);
            int version = tls + TLS.length;
            int suite = entry.next(':', version, end);
            int suiteEnd = Math.min(entry.next(':', suite + 1, end), entry.next(' ', suite + 1, end));
            var written = entry.text(version, suite);
            // GnuTLS builds write TLS1.2, OpenSSL builds TLSv1.2
            var spelt =
                    written.startsWith("TLS") && !written.startsWith("TLSv") ? "TLSv" + written.substring(3) : written;
            var named = spelt.equals("TLSv1.0") ? "TLSv1" : spelt;
            return new Protection(Encryption.TLS, named, entry.text(suite + 1, suiteEnd), mechanism);
        }

        private static Endpoint endpoint(Entry entry, int open, int end) {
            int close = entry.next(']', open, end);
            int portEnd = entry.next(' ', close, end);
            int port = close + 1 < end && entry.at(close + 1) == ':' ? entry.number(close + 2, portEnd) : 0;
            return new Endpoint(entry.text(open + 1, close), port);
        }

        /** As configured, or what an authenticator's name gives away; empty when it gives away nothing. */
        private String mechanism(String authenticator) {
            var configured = mechanisms.get(authenticator);
            if (configured != null) return configured;
            var name = authenticator.toLowerCase(Locale.ROOT);
            if (name.contains("scram")) return "SCRAM";
            if (name.contains("cram")) return "CRAM-MD5";
            if (name.contains("digest")) return "DIGEST-MD5";
            if (name.contains("spa") || name.contains("ntlm")) return "NTLM";
            if (name.contains("gssapi") || name.contains("kerberos")) return "GSSAPI";
            if (name.contains("plain")) return "PLAIN";
            return name.contains("login") ? "LOGIN" : "";
        }

        /** Exim writes bytes beyond ASCII as {@code \303\274}. */
        private static String unescaped(Entry entry, int from, int to) {
            if (entry.next('\\', from, to) == to) return entry.text(from, to);
            var bytes = new ByteArrayOutputStream();
            for (int i = from; i < to; i++) {
                int octal = entry.at(i) == '\\' && i + 3 < to ? octal(entry, i + 1) : -1;
                bytes.write(octal >= 0 ? octal : entry.at(i));
                if (octal >= 0) i += 3;
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        private static int octal(Entry entry, int at) {
            int value = 0;
            for (int i = at; i < at + 3; i++) {
                int digit = entry.at(i) - '0';
                if (digit < 0 || digit > 7) return -1;
                value = value * 8 + digit;
            }
            return value > 255 ? -1 : value;
        }

        @Override
        public void end() {}
    }
}
