package org.postlotse.probe;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postlotse.probe.Verdict.AccountDisabled;
import org.postlotse.probe.Verdict.AppPasswordNeeded;
import org.postlotse.probe.Verdict.MechanismMissing;
import org.postlotse.probe.Verdict.PasswordExpired;
import org.postlotse.probe.Verdict.PlaintextRefused;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.TooManyAttempts;

/**
 * What servers write for people. It is asked only where no code says it: words change with every release and every
 * language, codes do not. The first that fits counts.
 */
enum Wording {
    /** Dovecot: "Plaintext authentication disallowed on non-secure (SSL/TLS) connections." */
    ENCRYPT(
            PlaintextRefused::new,
            "non-secure|starttls command first|encryption (is )?(required|needed)|privacy required"),
    /** Gmail: "Application-specific password required". */
    APP_PASSWORD(
            AppPasswordNeeded::new, "app(lication)?[- ]?(specific)?[- ]password|app-?passwor[dt]|anwendungs-?passwort"),
    /** Dovecot 2.3, POP3: "Unsupported authentication mechanism." to USER and PASS, which CAPA offered. */
    NO_PLAIN(MechanismMissing::new, "unsupported authentication mechanism"),
    SLOW_DOWN(TooManyAttempts::new, "too many|rate limit|zu viele|too frequent"),
    /** Before a word such as "disabled", which says of the whole server in a while what it says of one mailbox for ever. */
    MAINTENANCE(TemporarilyDown::new, "maintenance|wartung"),
    EXPIRED(PasswordExpired::new, "password (has |is )?expired|kennwort .*abgelaufen|passwort .*abgelaufen"),
    DISABLED(AccountDisabled::new, "disabled|deactivated|suspended|account (is )?locked|blocked|gesperrt|deaktiviert"),
    /** Dovecot: "Temporary authentication failure." */
    LATER(TemporarilyDown::new, "temporar|internal (server )?error|try again later|unavailable|vorübergehend");

    private final Supplier<Verdict> meaning;
    private final Pattern words;

    Wording(Supplier<Verdict> meaning, String words) {
        this.meaning = meaning;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean in(String answer) {
        return words.matcher(answer).find();
    }

    Verdict meaning() {
        return meaning.get();
    }

    static Optional<Wording> first(String answer) {
        return Arrays.stream(values()).filter(wording -> wording.in(answer)).findFirst();
    }

    static Optional<Verdict> of(String answer) {
        return first(answer).map(Wording::meaning);
    }
}
