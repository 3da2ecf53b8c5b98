package org.postlotse.probe;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postlotse.probe.Verdict.AccountDisabled;
import org.postlotse.probe.Verdict.AppPasswordNeeded;
import org.postlotse.probe.Verdict.MechanismMissing;
import org.postlotse.probe.Verdict.PasswordExpired;
import org.postlotse.probe.Verdict.PlaintextRefused;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.TooManyAttempts;

/**
 * A reply of SMTP (RFC 5321 §4.2).
 *
 * @param code 200 to 599
 * @param lines what follows the code on each line
 */
record SmtpReply(int code, List<String> lines) {
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: .*|$)"); // RFC 3463 §2

    boolean positive() {
        return code / 100 == 2;
    }

    /** Whether it asks for the next line of a login. */
    boolean invites() {
        return code == 334; // RFC 4954 §4
    }

    String words() {
        return String.join(" ", lines);
    }

    /** What it means when it refuses a login (RFC 4954 §6, RFC 5248). */
    Verdict refusal(Supplier<Verdict> credentials) {
        return switch (enhanced()) {
            case "5.7.8" -> ofCredentials(credentials);
            case "5.1.1" -> credentials.get(); // no such mailbox: nobody is told which ones exist
            case "5.7.9" -> tooWeak() ? new MechanismMissing() : new AppPasswordNeeded();
            case "4.7.12", "5.7.12" -> new PasswordExpired();
            case "5.7.13", "5.2.1" -> new AccountDisabled();
            case "5.7.10", "5.7.11" -> new PlaintextRefused();
            default -> byCode(credentials);
        };
    }

    private Verdict byCode(Supplier<Verdict> credentials) {
        return switch (code) {
            case 535 -> ofCredentials(credentials);
            case 530, 538 -> new PlaintextRefused();
            case 534 -> Wording.of(words()).orElseGet(MechanismMissing::new);
            case 432 -> new PasswordExpired();
            case 421 -> enhanced().equals("4.7.0") ? new TooManyAttempts() : notNow();
            case 454, 450, 451, 452 -> notNow();
            case 500, 502, 503, 504 -> new MechanismMissing();
            default -> Wording.of(words()).orElseGet(Puzzling::new);
        };
    }

    /** Not at the moment: told apart only by words. */
    Verdict notNow() {
        return Wording.SLOW_DOWN.in(words()) ? new TooManyAttempts() : new TemporarilyDown();
    }

    /**
     * The code for wrong credentials is everybody's favourite: Gmail and others say the reason in words only, and so
     * does Postfix 3.7 with Dovecot's: "535 5.7.8 Error: authentication failed: Password expired". Its "(reason
     * unavailable)" is no sign of a fault.
     */
    private Verdict ofCredentials(Supplier<Verdict> credentials) {
        boolean certain = !enhanced().isEmpty();
        return Wording.first(words())
                .filter(reason -> !(certain && reason == Wording.LATER))
                .map(Wording::meaning)
                .orElseGet(credentials);
    }

    /** What 5.7.9 says in RFC 4954; Gmail gives it another meaning. */
    private boolean tooWeak() {
        return words().contains("weak");
    }

    private String enhanced() {
        var match = ENHANCED.matcher(lines.getFirst());
        return match.matches() ? match.group(1) : "";
    }
}
