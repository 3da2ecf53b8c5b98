package org.postlotse.catalogue;

import java.util.Optional;

/**
 * A TCP port.
 *
 * @param number 1 to 65535
 */
public record Port(int number) {
    public Port {
        if (number < 1 || number > 65_535) throw new IllegalArgumentException("not a port: " + number);
    }

    /** Reads digits only. Empty when they are no port. */
    public static Optional<Port> parse(String text) {
        if (!text.matches("[0-9]{1,5}")) return Optional.empty();
        int number = Integer.parseInt(text);
        return number < 1 || number > 65_535 ? Optional.empty() : Optional.of(new Port(number));
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
