package org.postlotse.evidence.dialect;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.SeenLogin;

/**
 * What IMAP programs call themselves (RFC 2971), as Dovecot 2.4 tells it: by the event {@code imap_id_received}. It names the
 * session of a program that says so once it is logged in; of one that says so before, as Apple's do, only where it comes from.
 */
final class DovecotNames {
    private static final String EVENT = "imap_id_received";
    private static final String[] PARTS = {"name", "version", "os"};
    /** So many may have said what they are and not have logged in. */
    private static final int MOST = 256;

    private final Findings findings;
    private final Map<Endpoint, String> waiting = new LinkedHashMap<>();

    DovecotNames(Findings findings) {
        this.findings = findings;
    }

    /** Whether an event is one of these. */
    static boolean tells(Map<String, String> fields) {
        return EVENT.equals(fields.get("event"));
    }

    /** @param recent the latest log-ins: their lines come from other processes, and may have come before */
    void read(Map<String, String> fields, @Nullable SeenLogin[] recent) {
        var session = fields.getOrDefault("session", "");
        if (!session.isEmpty()) findings.client(session, told(fields));
        else {
            var from = new Endpoint(fields.getOrDefault("remote_ip", ""), DovecotEvent.port(fields, "remote_port"));
            var login = at(from, recent);
            if (login != null) findings.client(login.session(), told(fields));
            else wait(from, told(fields));
        }
    }

    private static @Nullable SeenLogin at(Endpoint from, @Nullable SeenLogin[] recent) {
        for (var login : recent) if (login != null && login.client().equals(from)) return login;
        return null;
    }

    private void wait(Endpoint from, String told) {
        if (from.port() == 0) return;
        if (waiting.size() >= MOST) waiting.remove(waiting.keySet().iterator().next()); // the eldest
        waiting.put(from, told);
    }

    /** Somebody logs in, who may have said before what he is. */
    void before(SeenLogin login) {
        var told = waiting.isEmpty() ? null : waiting.remove(login.client());
        if (told != null && !login.session().isEmpty()) findings.client(login.session(), told);
    }

    /** In the form in which RFC 2971 writes it. */
    private static String told(Map<String, String> fields) {
        var told = new StringBuilder();
        for (var part : PARTS) {
            var value = fields.get("id_param_" + part);
            if (value == null) continue;
            if (!told.isEmpty()) told.append(' ');
            told.append('"').append(part).append("\" \"");
            told.append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return told.toString();
    }
}
