package org.postlotse.staff;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** Everybody who may come to the desk or to the API, and the proof of it. */
@Singleton
public final class Operators implements SettingsCheck {
    /** Each hash takes 19 MiB and a core for a moment: a crowd of strangers has to queue. */
    private static final int MOST_AT_ONCE = 4;

    private final Staff staff;
    private final Semaphore hashing = new Semaphore(MOST_AT_ONCE, true);
    private final PasswordHash nobodys = PasswordHash.ofNobody(new SecureRandom());

    @Inject
    Operators(StaffConfig config) {
        staff = new StaffReader().read(config);
    }

    @Override
    public List<Fault> faults() {
        return staff.faults();
    }

    /** Whether there is anybody for whom to open the desk. */
    public boolean deskOpen() {
        return !staff.people().isEmpty();
    }

    /** The operator of that name, in any case. */
    public Optional<Operator> find(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return staff.people().stream()
                .filter(person -> person.name().equals(wanted))
                .findFirst();
    }

    /** Who it is that has this name and this password; an unknown name takes as long as a wrong password. */
    public Optional<Operator> logIn(String name, char[] password) {
        var operator = find(name);
        hashing.acquireUninterruptibly();
        try {
            boolean right = operator.map(Operator::password).orElse(nobodys).matches(password);
            return operator.filter(known -> right);
        } finally {
            hashing.release();
        }
    }

    /** The program that has this token. */
    public Optional<Machine> bearer(String token) {
        var hash = TokenHash.of(token);
        return staff.machines().stream()
                .filter(machine -> machine.token().same(hash))
                .findFirst();
    }

    /** How long a session lasts without a click. */
    public Duration idle() {
        return staff.idle();
    }

    /** How long it is known who did what. */
    public Duration kept() {
        return staff.kept();
    }

    /** How long a session lasts at most. */
    public Duration longest() {
        return staff.longest();
    }
}
