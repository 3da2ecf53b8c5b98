package org.postlotse.comparison;

import java.util.Arrays;
import java.util.List;
import org.postlotse.catalogue.Protocol;

/** The two halves of an account: mail programs keep them in two places. */
public enum Half {
    RECEIVING("receiving"),
    SENDING("sending");

    private final String key;

    Half(String key) {
        this.key = key;
    }

    /** As in texts' keys and form fields. */
    public String key() {
        return key;
    }

    /** The protocols that this half may speak. */
    List<Protocol> protocols() {
        return Arrays.stream(Protocol.values())
                .filter(protocol -> protocol.incoming() == (this == RECEIVING))
                .toList();
    }
}
