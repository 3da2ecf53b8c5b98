package org.postlotse.evidence;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.postlotse.catalogue.EmailAddress;

/**
 * Tells customers' programs from the rest, by what the configuration says of the hoster's house. What was found out of a
 * name or an address is remembered for the next lines, of a bounded number of them.
 */
final class Judge {
    private static final int REMEMBERED = 100_000;
    private final EvidenceSettings settings;
    private final Mailboxes mailboxes;
    private final Function<String, String> stored;
    private final Map<String, EmailAddress> users = new Latest<>(REMEMBERED);
    private final Set<String> strangers = Collections.newSetFromMap(new Latest<>(REMEMBERED));
    private final Map<String, Boolean> own = new Latest<>(REMEMBERED);

    /** @param stored an address in the form in which it may be stored */
    Judge(EvidenceSettings settings, Mailboxes mailboxes, Function<String, String> stored) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.stored = stored;
    }

    Judgement judge(Manner.Facts facts) {
        if (isOurs(facts.from())) return leftOut(Judgement.Reason.OWN_NETWORK);
        if (settings.backEnd(facts.server().address())) return leftOut(Judgement.Reason.BACK_END);
        var mailbox = known(facts.user());
        if (mailbox.isEmpty()) return leftOut(Judgement.Reason.STRANGER);
        if (facts.server().isNowhere()) return leftOut(Judgement.Reason.OUR_OWN_CHECK);
        return new Judgement.Customers(mailbox.get(), fingerprint(facts, mailbox.get()), stored.apply(facts.from()));
    }

    private static Judgement leftOut(Judgement.Reason reason) {
        return new Judgement.LeftOut(reason);
    }

    /** Whether an address is one of the hoster's own. */
    boolean isOurs(String address) {
        return own.computeIfAbsent(address, settings::own);
    }

    private Optional<EmailAddress> known(String user) {
        var known = Optional.ofNullable(users.get(user));
        if (known.isPresent() || strangers.contains(user)) return known;
        var found = mailbox(user);
        found.ifPresentOrElse(mailbox -> users.put(user, mailbox), () -> strangers.add(user));
        return found;
    }

    /** The catalogue may learn of a domain at any time. */
    void forgetStrangers() {
        strangers.clear();
    }

    /** Login names without a domain are of the default one. */
    private Optional<EmailAddress> mailbox(String user) {
        var name = user.indexOf('@') >= 0
                ? user
                : settings.defaultDomain()
                        .map(domain -> user + "@" + domain.name())
                        .orElse(user);
        return EmailAddress.parse(name).filter(mailboxes::has);
    }

    private Fingerprint fingerprint(Manner.Facts facts, EmailAddress mailbox) {
        var protection = facts.protection();
        return new Fingerprint(
                facts.service(),
                encryption(facts),
                Weakness.obsolete(protection.version()),
                protection.mechanism().toUpperCase(Locale.ROOT),
                oldName(facts, mailbox),
                "");
    }

    /** At a port where something in front ends TLS, a server can not know; the hoster does. */
    private Encryption encryption(Manner.Facts facts) {
        return settings.endsTls(facts.server().port())
                ? Encryption.TLS
                : facts.protection().encryption();
    }

    /** A clear-text log-in names no host: only an address of its own gives an old name away. */
    private String oldName(Manner.Facts facts, EmailAddress mailbox) {
        var asked = facts.serverName().toLowerCase(Locale.ROOT);
        if (!asked.isEmpty() && mailboxes.isOld(asked, mailbox)) return asked;
        return settings.old(facts.server().address()) ? facts.server().address() : "";
    }
}
