package org.postlotse.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One session as a mail server would log it: the messages of its lines, without an envelope. */
record Rendered(String program, int pid, List<String> messages, String expected) {
    private static final String CIPHER = "TLS_AES_256_GCM_SHA384";

    /** What somebody did. */
    record Session(int number, String user, boolean pop3, boolean tls, String mechanism, String address, int port) {
        String id() {
            return "s" + number + "/";
        }

        private String expected(String service, String mechanism, int port) {
            return service + " " + user + " " + (tls ? "TLS" : "NONE") + " " + mechanism + " " + address + " " + port;
        }

        private String service() {
            return pop3 ? "POP3" : "IMAP";
        }

        private String name() {
            return service().toLowerCase(Locale.ROOT);
        }
    }

    /** The servers that can be rendered. */
    enum Server {
        DOVECOT_DEFAULT,
        DOVECOT_ADVISED,
        DOVECOT_2_4,
        DOVECOT_EVENT,
        POSTFIX_QUIET,
        POSTFIX_ADVISED,
        EXIM,
        CYRUS,
        COURIER,
        STALWART;

        Rendered render(Session session) {
            return switch (this) {
                case DOVECOT_DEFAULT -> dovecot(session, "Login", "", 0);
                case DOVECOT_ADVISED -> dovecot(session, "Login", ", rport=" + session.port(), session.port());
                case DOVECOT_2_4 -> dovecot(session, "Logged in", ", rport=" + session.port(), session.port());
                case DOVECOT_EVENT -> event(session);
                case POSTFIX_QUIET -> postfix(session, false);
                case POSTFIX_ADVISED -> postfix(session, true);
                case EXIM -> exim(session);
                case CYRUS -> cyrus(session);
                case COURIER -> courier(session);
                case STALWART -> stalwart(session);
            };
        }
    }

    private static Rendered dovecot(Session one, String verb, String port, int told) {
        var elements = "user=<%s>, method=%s, rip=%s%s, lip=198.51.100.1, mpid=%d%s, session=<%s>"
                .formatted(
                        one.user(),
                        one.mechanism(),
                        one.address(),
                        port,
                        one.number(),
                        one.tls() ? ", TLS" : "",
                        one.id());
        return new Rendered(
                "dovecot",
                0,
                List.of(
                        one.name() + "-login: Disconnected (auth failed, 1 attempts): " + elements,
                        one.name() + "-login: " + verb + ": " + elements),
                one.expected(one.service(), one.mechanism(), told));
    }

    private static Rendered event(Session one) {
        var user = one.user().replace("\\", "\\\\").replace("\"", "\\\"");
        var json =
                "stats: {\"event\":\"auth_client_request_finished\",\"fields\":{\"mechanism\":\"%s\",\"service\":\"%s\",\"transport\":\"%s\",\"session\":\"%s\",\"remote_ip\":\"%s\",\"remote_port\":%d,\"user\":\"%s\"}}"
                        .formatted(
                                one.mechanism(),
                                one.name(),
                                one.tls() ? "TLS" : "insecure",
                                one.id(),
                                one.address(),
                                one.port(),
                                user);
        return new Rendered("dovecot", 0, List.of(json), one.expected(one.service(), one.mechanism(), one.port()));
    }

    private static Rendered postfix(Session one, boolean telling) {
        var peer = "host.example[" + one.address() + "]:" + one.port();
        var tls = "Anonymous TLS connection established from %s: TLSv1.3 with cipher %s (256/256 bits)"
                .formatted(peer, CIPHER);
        var mail = "%X: client=%s, sasl_method=%s, sasl_username=%s"
                .formatted(0xABCDE + one.number(), peer, one.mechanism(), one.user());
        var end = "disconnect from %s ehlo=2%s auth=1 mail=1 quit=1".formatted(peer, one.tls() ? " starttls=1" : "");
        return new Rendered(
                "postfix/submission/smtpd",
                1_000 + one.number(),
                one.tls() && telling
                        ? List.of("connect from " + peer, tls, mail, mail, end)
                        : List.of("connect from " + peer, mail, mail, end),
                one.expected("SMTP", one.mechanism(), one.port()));
    }

    private static Rendered exim(Session one) {
        var escaped = new StringBuilder();
        for (byte b : one.user().getBytes(StandardCharsets.UTF_8))
            escaped.append(b < 0 ? "\\%03o".formatted(b & 0xff) : String.valueOf((char) b));
        var line = "1xVOvh-0007bR-1J <= %s H=(x) [%s]:%d P=esmtp%sa%s A=%s_server:%s S=313"
                .formatted(
                        one.user(),
                        one.address(),
                        one.port(),
                        one.tls() ? "s" : "",
                        one.tls() ? " X=TLS1.3:" + CIPHER + ":256 CV=no" : "",
                        one.mechanism().toLowerCase(Locale.ROOT).replace("-", "_"),
                        escaped);
        return new Rendered("exim", one.number(), List.of(line), one.expected("SMTP", one.mechanism(), one.port()));
    }

    private static Rendered cyrus(Session one) {
        var method = (one.mechanism().equals("PLAIN") ? "plaintext" : one.mechanism()) + (one.tls() ? "+TLS" : "");
        return new Rendered(
                "cyrus/" + one.name(),
                1_000 + one.number(),
                List.of("login: host.example [%s] %s %s User logged in SESSIONID=<cyrus-%d>"
                        .formatted(one.address(), one.user(), method, one.number())),
                one.expected(one.service(), one.mechanism(), 0));
    }

    private static Rendered courier(Session one) {
        var ends = "user=%s, ip=[::ffff:%s], port=[%d]".formatted(one.user(), one.address(), one.port());
        return new Rendered(
                one.pop3() ? "pop3d" : "imapd",
                0,
                List.of("LOGIN, " + ends, "LOGOUT, " + ends + ", time=3" + (one.tls() ? ", starttls=1" : "")),
                one.expected(one.service(), "", one.port()));
    }

    private static Rendered stalwart(Session one) {
        var keys = "listenerId = \"x\", localPort = %d, remoteIp = %s, remotePort = %d, "
                .formatted(one.pop3() ? 110 : 143, one.address(), one.port());
        var login = "Authentication successful (auth.success) %saccountName = \"%s\", accountId = 7"
                .formatted(keys, one.user().replace("\\", "\\\\").replace("\"", "\\\""));
        var tls = "TLS handshake (tls.handshake) " + keys + "version = \"TLSv1_3\", details = \"" + CIPHER + "\"";
        return new Rendered(
                "stalwart",
                0,
                one.tls() ? List.of(tls, login) : List.of(login),
                one.expected(one.service(), "", one.port()));
    }
}
