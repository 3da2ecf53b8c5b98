package org.postlotse.dns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.probe.ShownCertificate;

/**
 * What was found under one name of a domain.
 *
 * @param name without the dot at its end
 * @param type of the records that were asked for
 * @param wanted what ought to be there; none where nothing need be
 * @param state how it fares
 * @param seen what is there, in words of DNS
 * @param certificate what the name's certificate is like; empty where nobody looked
 */
public record DomainFinding(
        String name,
        String type,
        List<DnsRecord> wanted,
        State state,
        List<String> seen,
        Optional<ShownCertificate> certificate) {
    public DomainFinding {
        wanted = List.copyOf(wanted);
        seen = List.copyOf(seen);
    }

    /** How a name fares. */
    public enum State {
        /** As it ought to be. */
        RIGHT,
        /** Programs that many people have are lost. */
        MISSING,
        /** Would help some programs. */
        ADVISED,
        /** Leads to somebody else. */
        ELSEWHERE,
        /** Says something else than what is offered. */
        WRONG,
        /** DNS did not answer. */
        UNKNOWN,
        /** Only told. */
        TOLD;

        /** As in texts' keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether somebody has to do something. */
    public boolean wantsWork() {
        return switch (state) {
            case RIGHT, ADVISED, TOLD ->
                certificate.filter(shown -> !shown.valid()).isPresent();
            case MISSING, ELSEWHERE, WRONG, UNKNOWN -> true;
        };
    }

    /** What to paste into the zone; none where nothing is missing. */
    public List<DnsRecord> toPaste() {
        return switch (state) {
            case MISSING, ADVISED, ELSEWHERE, WRONG -> wanted;
            case RIGHT, UNKNOWN, TOLD -> List.of();
        };
    }
}
