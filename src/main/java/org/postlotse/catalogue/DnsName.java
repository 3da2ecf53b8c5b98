package org.postlotse.catalogue;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** One way to bring a name that was typed into the form in which DNS compares it. */
final class DnsName {
    private static final int LONGEST = 512;

    private DnsName() {}

    static Optional<String> aLabels(String text) {
        var name = text.strip();
        if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
        if (name.isEmpty() || name.length() > LONGEST) return Optional.empty();
        try {
            // IDN.toASCII follows RFC 3490; USE_STD3_ASCII_RULES refuses underscores and blanks
            return Optional.of(
                    IDN.toASCII(name.toLowerCase(Locale.ROOT), IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED)
                            .toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
