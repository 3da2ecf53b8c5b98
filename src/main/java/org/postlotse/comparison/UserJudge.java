package org.postlotse.comparison;

import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.LoginName;
import org.postlotse.catalogue.OwnLogin;
import org.postlotse.comparison.Judgement.Reason;

/** Judges a user name. Case does not matter: hosters compare without it. */
record UserJudge(LoginName form, Optional<EmailAddress> mailbox, Optional<OwnLogin> own) {

    Judgement of(String typed) {
        if (typed.isEmpty()) return new Judgement.Untold();
        if (typed.codePoints().anyMatch(Character::isWhitespace)) return new Judgement.Change(Reason.USER_WITH_BLANKS);
        return own.map(login -> judged(typed, login))
                .or(() -> mailbox.map(address -> judged(typed, address)))
                .orElseGet(() -> shape(typed));
    }

    private static Judgement judged(String typed, OwnLogin login) {
        return same(typed, login.name()) ? new Judgement.Right() : new Judgement.Change(Reason.USER_OTHER);
    }

    private Judgement judged(String typed, EmailAddress address) {
        if (same(typed, form.of(address))) return new Judgement.Right();
        var whole = EmailAddress.parse(typed);
        return new Judgement.Change(
                switch (form) {
                    case ADDRESS ->
                        whole.map(other -> whole(other, address))
                                .orElseGet(() -> typed.equalsIgnoreCase(address.localPart())
                                        ? Reason.USER_WITHOUT_DOMAIN
                                        : near(typed, form.of(address)));
                    case LOCALPART ->
                        whole.isPresent() && same(typed, LoginName.ADDRESS.of(address))
                                ? Reason.USER_WITH_DOMAIN
                                : near(typed, form.of(address));
                });
    }

    private Reason whole(EmailAddress other, EmailAddress address) {
        var near = near(LoginName.ADDRESS.of(other), form.of(address));
        return near == Reason.USER_OTHER && other.localPart().equalsIgnoreCase(address.localPart())
                ? Reason.USER_OTHER_DOMAIN
                : near;
    }

    /** Where the mailbox is not known, only the name's shape can be judged. */
    private Judgement shape(String typed) {
        boolean whole = EmailAddress.parse(typed).isPresent();
        return switch (form) {
            case ADDRESS -> whole ? new Judgement.Right() : new Judgement.Change(Reason.USER_WITHOUT_DOMAIN);
            case LOCALPART -> whole ? new Judgement.Change(Reason.USER_WITH_DOMAIN) : new Judgement.Right();
        };
    }

    private static boolean same(String typed, String right) {
        var spelt = EmailAddress.parse(typed).map(EmailAddress::normalised).orElse(typed);
        return spelt.equalsIgnoreCase(right);
    }

    private static Reason near(String typed, String right) {
        return Spelling.distance(typed, right) <= 2 ? Reason.USER_TYPING_ERROR : Reason.USER_OTHER;
    }
}
