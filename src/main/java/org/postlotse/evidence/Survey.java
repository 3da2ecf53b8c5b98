package org.postlotse.evidence;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.postlotse.catalogue.EmailAddress;

/**
 * What some logs show at a glance, kept in memory: log-ins by service and encryption, weaknesses by kind, and which
 * mailboxes they are of. Names that are no mailbox of the hoster are counted and not believed.
 */
public final class Survey implements Findings {
    private final Function<String, Optional<EmailAddress>> mailboxes;
    private final Map<LoginProtocol, Map<Encryption, Long>> logins = new EnumMap<>(LoginProtocol.class);
    private final Map<String, Optional<EmailAddress>> known = new HashMap<>();
    private final Map<String, Weak> weak = new HashMap<>();
    private long strangers;
    private long puzzles;

    /** @param mailboxes the mailbox of a login name; empty when it is none of the hoster's */
    public Survey(Function<String, Optional<EmailAddress>> mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** One mailbox's weak log-ins, by kind. */
    public record Weak(EmailAddress mailbox, Map<String, Long> kinds) {
        public long count() {
            return kinds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public void login(SeenLogin login) {
        logins.computeIfAbsent(login.service(), service -> new EnumMap<>(Encryption.class))
                .merge(login.protection().encryption(), 1L, Long::sum);
        var mailbox = known.computeIfAbsent(login.user(), mailboxes);
        if (mailbox.isEmpty()) {
            strangers++;
            return;
        }
        Weakness.of(login.protection())
                .ifPresent(weakness -> weak.computeIfAbsent(
                                login.user().toLowerCase(Locale.ROOT), name -> new Weak(mailbox.get(), new TreeMap<>()))
                        .kinds()
                        .merge(weakness.key(), 1L, Long::sum));
    }

    @Override
    public void client(String session, String id) {}

    @Override
    public void puzzling(String dialect, Entry entry) {
        puzzles++;
    }

    public long logins(LoginProtocol service, Encryption encryption) {
        return logins.getOrDefault(service, Map.of()).getOrDefault(encryption, 0L);
    }

    /** Mailboxes with weak log-ins, most of them first. */
    public List<Weak> weak() {
        return weak.values().stream()
                .sorted(Comparator.comparingLong(Weak::count)
                        .reversed()
                        .thenComparing(one -> one.mailbox().normalised()))
                .toList();
    }

    /** Log-ins of names that are no mailbox of the hoster. */
    public long strangers() {
        return strangers;
    }

    /** Lines that look like log-ins but can not be read. */
    public long puzzles() {
        return puzzles;
    }
}
