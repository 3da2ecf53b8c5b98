package org.postlotse.web;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, {@code 10.0.0.0/8} (RFC 4632 §3.1); a single address is one, too.
 *
 * @param bits how many of the first address' bits all have in common
 */
record Network(InetAddress first, int bits) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F.:]+)(?:/([0-9]{1,3}))?");

    Network {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE)
            throw new IllegalArgumentException("so many bits no address has: " + bits);
    }

    /** Reads an address, or an address and a number of bits. Empty when it is neither. */
    static Optional<Network> parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) return Optional.empty();
        var bits = Optional.ofNullable(written.group(2)).map(Integer::parseInt);
        return address(written.group(1)).flatMap(first -> of(first, bits));
    }

    private static Optional<Network> of(InetAddress first, Optional<Integer> bits) {
        int most = first.getAddress().length * Byte.SIZE;
        return Optional.of(bits.orElse(most))
                .filter(number -> number <= most)
                .map(number -> new Network(first, number));
    }

    /** An address that is written out; names are never looked up. */
    static Optional<InetAddress> address(String literal) {
        // the JDK also reads 10.1, and means 10.0.0.1
        if (literal.indexOf(':') < 0 && literal.chars().filter(c -> c == '.').count() != 3) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether this is everybody who speaks this version of IP. */
    boolean everybody() {
        return bits == 0;
    }

    boolean has(InetAddress address) {
        var ours = first.getAddress();
        var other = address.getAddress();
        if (ours.length != other.length) return false;
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int left = Math.max(0, Byte.SIZE - (bits - bit));
            if ((ours[bit / Byte.SIZE] & 0xff) >> left != (other[bit / Byte.SIZE] & 0xff) >> left) return false;
        }
        return true;
    }
}
