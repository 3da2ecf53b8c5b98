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

    /** What a well-known port of mail speaks, whatever anybody writes beside it; empty for every other one. */
    public Optional<ConnectionSecurity> spoken() {
        return switch (number) {
            case 465, 993, 995 -> Optional.of(ConnectionSecurity.TLS); // RFC 8314 §7
            case 110, 143, 587 -> Optional.of(ConnectionSecurity.STARTTLS); // RFC 2595, RFC 6409
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
