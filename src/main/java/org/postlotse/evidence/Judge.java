package org.postlotse.evidence;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Optional<EmailAddress>> users = new Remembered<>();
    private final Map<String, Boolean> own = new Remembered<>();
    private final Map<String, String> networks = new Remembered<>();

    /** @param stored an address in the form in which it may be stored */
    Judge(EvidenceSettings settings, Mailboxes mailboxes, Function<String, String> stored) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.stored = stored;
    }

    private static final class Remembered<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    Judgement judge(SeenLogin login) {
        var from = login.client().address();
        if (isOurs(from)) return new Judgement.LeftOut(Judgement.Reason.OWN_NETWORK);
        if (settings.backEnd(login.server().address())) return new Judgement.LeftOut(Judgement.Reason.BACK_END);
        var mailbox = users.computeIfAbsent(login.user(), this::mailbox);
        return mailbox.isEmpty()
                ? new Judgement.LeftOut(Judgement.Reason.STRANGER)
                : new Judgement.Customers(
                        mailbox.get(), fingerprint(login, mailbox.get()), networks.computeIfAbsent(from, stored));
    }

    /** Whether an address is one of the hoster's own. */
    boolean isOurs(String address) {
        return own.computeIfAbsent(address, settings::own);
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

    private Fingerprint fingerprint(SeenLogin login, EmailAddress mailbox) {
        var protection = login.protection();
        return new Fingerprint(
                login.service(),
                encryption(login),
                Weakness.obsolete(protection.version()),
                protection.mechanism().toUpperCase(Locale.ROOT),
                oldName(login, mailbox),
                "");
    }

    /** At a port where something in front ends TLS, a server can not know; the hoster does. */
    private Encryption encryption(SeenLogin login) {
        return settings.endsTls(login.server().port())
                ? Encryption.TLS
                : login.protection().encryption();
    }

    /** A clear-text log-in names no host: only an address of its own gives an old name away. */
    private String oldName(SeenLogin login, EmailAddress mailbox) {
        var asked = login.serverName().toLowerCase(Locale.ROOT);
        if (!asked.isEmpty() && mailboxes.isOld(asked, mailbox)) return asked;
        return settings.old(login.server().address()) ? login.server().address() : "";
    }
}
