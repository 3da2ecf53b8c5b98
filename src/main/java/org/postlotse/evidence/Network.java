package org.postlotse.evidence;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A network of IP addresses, or a single one: {@code 192.0.2.0/24}, {@code 2001:db8::/32}, {@code 127.0.0.1}. */
public final class Network {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final int V4_SHOWN = 24;
    private static final int V6_SHOWN = 56;

    private final byte[] address;
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** Empty when it is none. Never asks DNS. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) return Optional.empty();
        int most = address.get().length * 8;
        if (slash < 0) return Optional.of(new Network(address.get(), most));
        var length = text.substring(slash + 1);
        return LENGTH.matcher(length).matches() && Integer.parseInt(length) <= most
                ? Optional.of(new Network(address.get(), Integer.parseInt(length)))
                : Optional.empty();
    }

    public boolean contains(String other) {
        return address(other).filter(this::contains).isPresent();
    }

    private boolean contains(byte[] other) {
        if (other.length != address.length) return false;
        int whole = prefix / 8;
        if (!Arrays.equals(address, 0, whole, other, 0, whole)) return false;
        int rest = prefix % 8;
        return rest == 0 || (address[whole] ^ other[whole]) >> 8 - rest << 8 - rest == 0;
    }

    /** What people of one household have in common: their address of IPv4, and the first 56 bits of IPv6. */
    public static String household(String address) {
        return address.indexOf(':') < 0 ? address : shortened(address);
    }

    /** An address cut to what names a neighbourhood, not a household: /24, and /56 of IPv6. Empty when it is none, such as a digest. */
    public static String shortened(String text) {
        return address(text)
                .map(bytes -> {
                    int kept = bytes.length == 4 ? V4_SHOWN : V6_SHOWN;
                    Arrays.fill(bytes, kept / 8, bytes.length, (byte) 0);
                    return written(bytes) + "/" + kept;
                })
                .orElse("");
    }

    private static String written(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (java.net.UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength); // four or sixteen, as address() made them
        }
    }

    private static Optional<byte[]> address(String text) {
        if (!LITERAL.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
