package org.postlotse.web.wizard;

import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Weakness;

/**
 * An insecure program as its owner sees it: what it does now and what it has to do.
 *
 * @param half the key of what it logs in to, below {@code letter.seen.protocol}
 * @param weakness its key
 * @param last when it was seen, in words
 * @param program what it presumably is; empty where nothing tells
 */
record SeenDevice(String half, String weakness, String date, String time, Optional<String> program, Server server) {
    static final int MOST = 5;

    static SeenDevice of(Device device, Offer offer, ProgramNames names, When when) {
        return new SeenDevice(
                device.fingerprint().protocol().name().toLowerCase(Locale.ROOT),
                device.fingerprint().weakness().map(Weakness::key).orElseThrow(),
                when.date(device.last()),
                when.time(device.last()),
                names.of(device),
                server(device, offer));
    }

    private static Server server(Device device, Offer offer) {
        return switch (device.fingerprint().protocol()) {
            case IMAP, SIEVE ->
                offer.first(Protocol.IMAP).orElseGet(() -> offer.incoming().getFirst());
            case POP3 ->
                offer.first(Protocol.POP3).orElseGet(() -> offer.incoming().getFirst());
            case SMTP -> offer.outgoing().getFirst();
        };
    }
}
