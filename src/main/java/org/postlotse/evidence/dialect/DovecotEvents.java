package org.postlotse.evidence.dialect;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.SeenLogin;
import org.postlotse.evidence.Trouble;

/**
 * What Dovecot tells in JSON beside its login lines: events that it exports, into its log or by a post, and what it reports
 * to an auth policy server. A session that a login line told of, too, is one log-in, whichever comes first.
 */
final class DovecotEvents {
    private static final byte[] STATS = Ascii.of("stats: ");
    private static final byte[] POLICY = Ascii.of("policy: ");
    private static final byte[] INFO = Ascii.of("Info: ");
    /** So far apart may a session's event and its login line stand, in log-ins; a power of two. */
    private static final int REMEMBERED = 256;

    private final Findings findings;
    private final RealLeg leg;
    private final @Nullable SeenLogin[] recent = new SeenLogin[REMEMBERED];
    private int next;
    private final DovecotNames names;
    /** Nobody looks for what is told twice in a log that tells everything once. */
    private boolean tells;

    DovecotEvents(Findings findings, RealLeg leg) {
        this.findings = findings;
        this.leg = leg;
        this.names = new DovecotNames(findings);
    }

    /** Reads a line if it is an event's or a report's. */
    void read(Entry entry) {
        boolean policy = entry.has(entry.from(), POLICY);
        if (!policy && !entry.has(entry.from(), STATS)) return;
        int json = entry.from() + (policy ? POLICY.length : STATS.length);
        if (entry.has(json, INFO)) json += INFO.length;
        if (json >= entry.to() || entry.at(json) != '{') return;
        var fields = FlatJson.read(entry, json);
        if (fields.isEmpty()) findings.puzzling(DovecotDialect.ID, entry);
        else tell(entry, fields.get(), policy);
    }

    private void tell(Entry entry, Map<String, String> fields, boolean policy) {
        if (!policy && DovecotNames.tells(fields)) {
            names.read(fields, recent);
            return;
        }
        var attempt = policy ? DovecotPolicy.attempt(entry, fields, leg) : DovecotEvent.attempt(entry, fields, leg);
        if (attempt.isEmpty()) return;
        if (policy ? DovecotPolicy.succeeded(fields) : DovecotEvent.succeeded(fields)) login(attempt.get(), fields);
        else if (policy ? DovecotPolicy.refused(fields) : DovecotEvent.refused(fields)) refused(attempt.get());
    }

    private void login(SeenLogin login, Map<String, String> fields) {
        var session = login.session();
        tells |= !session.isEmpty();
        var device = fields.getOrDefault("device_id", fields.getOrDefault("client_id", ""));
        if (!device.isEmpty() && !session.isEmpty()) findings.client(session, device);
        line(login);
    }

    /** A log-in, however it was told. */
    void line(SeenLogin login) {
        if (!isFirst(login)) return;
        names.before(login);
        findings.login(login);
    }

    private void refused(SeenLogin attempt) {
        if (attempt.server().isNowhere()) return; // our own check
        findings.failed(
                new FailedAttempt(
                        attempt.time(), attempt.service(), attempt.client().address(), Trouble.PASSWORD_REFUSED),
                attempt.position(),
                attempt.session());
    }

    /** Whether nothing told of its session before; remembers it. */
    private boolean isFirst(SeenLogin login) {
        if (login.session().isEmpty()) return true;
        if (tells) for (var known : recent) if (known != null && known.session().equals(login.session())) return false;
        recent[next++ & REMEMBERED - 1] = login;
        return true;
    }

    /** Where reading must begin again to know what was told of before. */
    long since() {
        var eldest = next < REMEMBERED ? recent[0] : recent[next & REMEMBERED - 1];
        return tells && eldest != null ? eldest.position() : Long.MAX_VALUE;
    }
}
