package org.postlotse.evidence.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.postlotse.evidence.Encryption;

/**
 * Whose leg of a connection a server's words are about, where another machine handed on the customer's address. Through a
 * load balancer that the configuration names they are about the customer's; through anything else they may be about a
 * proxy's own.
 */
final class RealLeg {
    private static final int MOST = 1_000;

    private final Predicate<String> hops;
    private final Map<String, Boolean> known = new HashMap<>();

    /** How a connection came. */
    enum Way {
        /** From the customer straight. */
        STRAIGHT,
        /** Through a load balancer that leaves it as it is. */
        HANDED_ON,
        /** Through something else. */
        PROXIED
    }

    RealLeg(Predicate<String> hops) {
        this.hops = hops;
    }

    /**
     * How it came.
     *
     * @param client where the customer is, as whoever hands on says
     * @param real whom the server really speaks with; empty where that is not told
     */
    Way way(String client, String real) {
        if (real.isEmpty() || real.equals(client)) return Way.STRAIGHT;
        if (known.size() > MOST) known.clear();
        return known.computeIfAbsent(real, hops::test) ? Way.HANDED_ON : Way.PROXIED;
    }

    /**
     * What it means that a server speaks of no TLS at a port. Where only TLS is spoken, somebody in front ends it; a load
     * balancer may do so at any port but those that always begin without.
     */
    static Encryption unspoken(Way way, int port) {
        return switch (way) {
            case PROXIED -> Encryption.UNKNOWN;
            case STRAIGHT -> port == 993 || port == 995 || port == 465 ? Encryption.UNKNOWN : Encryption.NONE;
            case HANDED_ON ->
                switch (port) {
                    case 143, 110, 587, 25, 4190 -> Encryption.NONE;
                    default -> Encryption.UNKNOWN;
                };
        };
    }
}
