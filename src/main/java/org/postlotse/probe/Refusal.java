package org.postlotse.probe;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postlotse.probe.Verdict.AccountDisabled;
import org.postlotse.probe.Verdict.AppPasswordNeeded;
import org.postlotse.probe.Verdict.PasswordExpired;
import org.postlotse.probe.Verdict.PlaintextRefused;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.TooManyAttempts;

/**
 * A refusal of IMAP (RFC 5530) or POP3 (RFC 2449 §8, RFC 3206): perhaps a code in brackets, and words.
 *
 * @param code upper case; empty when there is none
 * @param words what follows it
 */
record Refusal(String code, String words) {
    private static final Pattern CODED = Pattern.compile("\\[([A-Za-z/-]+)[^]]*]\\s*(.*)");

    static Refusal of(String answer) {
        var coded = CODED.matcher(answer.strip());
        return coded.matches()
                ? new Refusal(coded.group(1).toUpperCase(Locale.ROOT), coded.group(2))
                : new Refusal("", answer.strip());
    }

    /**
     * What it means.
     *
     * @param credentials the meaning when a code says that name or password are wrong
     * @param bare the meaning when neither code nor words say anything
     */
    Verdict meaning(Supplier<Verdict> credentials, Supplier<Verdict> bare) {
        return switch (code) {
            case "AUTHENTICATIONFAILED" -> Wording.ENCRYPT.in(words) ? new PlaintextRefused() : credentials.get();
            // RFC 3206 §4: whatever is wrong with the login, a closed account and a policy among it
            case "AUTH" -> Wording.of(words).orElseGet(credentials);
            // with these Dovecot hands on whatever reason somebody wrote down, a passing one, too
            case "AUTHORIZATIONFAILED", "NOPERM", "CONTACTADMIN", "SYS/PERM" ->
                Wording.MAINTENANCE.in(words) ? new TemporarilyDown() : new AccountDisabled();
            case "EXPIRED" -> new PasswordExpired();
            case "WEBALERT" -> new AppPasswordNeeded(); // Gmail's
            case "LIMIT", "INUSE", "IN-USE", "LOGIN-DELAY" -> new TooManyAttempts();
            case "UNAVAILABLE", "SERVERBUG", "SYS/TEMP" ->
                Wording.SLOW_DOWN.in(words) ? new TooManyAttempts() : new TemporarilyDown();
            case "PRIVACYREQUIRED" -> new PlaintextRefused();
            case "", "ALERT" -> Wording.of(words).orElseGet(bare);
            default -> Wording.of(words).orElseGet(Puzzling::new);
        };
    }
}
