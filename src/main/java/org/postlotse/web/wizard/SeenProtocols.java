package org.postlotse.web.wizard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Logins;
import org.postlotse.guide.Guides;

/** How the logs show that a mailbox's mail is fetched: told to nobody but its owner, and as a guess. */
@Singleton
class SeenProtocols {
    private final Logins logins;
    private final Guides guides;

    @Inject
    SeenProtocols(Logins logins, Guides guides) {
        this.logins = logins;
        this.guides = guides;
    }

    /** The one protocol that the program at hand was seen with; empty where none or both were, or nobody vouches. */
    Optional<Protocol> of(Journey journey) {
        if (journey.vouched().isEmpty()) return Optional.empty();
        Set<Protocol> seen = journey.mailbox().stream()
                .flatMap(mailbox -> logins.devices(mailbox).stream())
                .filter(device -> mayBe(device, journey))
                .flatMap(SeenProtocols::incoming)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Protocol.class)));
        return seen.stream().findFirst().filter(only -> seen.size() == 1);
    }

    /** A program that tells no name may be any. */
    private boolean mayBe(Device device, Journey journey) {
        return GuessedProgram.of(device.fingerprint().client(), guides)
                .map(GuessedProgram::program)
                .filter(known -> !Optional.of(known).equals(journey.program()))
                .isEmpty();
    }

    private static Stream<Protocol> incoming(Device device) {
        return switch (device.fingerprint().protocol()) {
            case IMAP -> Stream.of(Protocol.IMAP);
            case POP3 -> Stream.of(Protocol.POP3);
            case SMTP, SIEVE -> Stream.empty();
        };
    }
}
