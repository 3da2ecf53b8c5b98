package org.postlotse.dns;

import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** Names as DNS compares them. */
final class Names {
    private Names() {}

    /** A name in A-labels and underscored labels; whoever calls has seen to its form. */
    static Name of(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
