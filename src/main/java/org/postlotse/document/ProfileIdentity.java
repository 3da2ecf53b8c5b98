package org.postlotse.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;

/**
 * What an Apple device tells profiles apart by. It follows from the mailboxes alone, so that a second download updates
 * the first and another mailbox is added instead of replacing it.
 *
 * @param provider the hoster's main domain; two hosters never share an identity
 * @param addresses of the mailboxes, in any case and order
 */
record ProfileIdentity(Domain provider, List<EmailAddress> addresses) {
    /** RFC 9562 §6.6: the name space of domain names. */
    static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private static final int HASH_BYTES = 8;

    ProfileIdentity {
        addresses = List.copyOf(addresses);
    }

    /** Of a profile for one mailbox. */
    ProfileIdentity(Domain provider, EmailAddress address) {
        this(provider, List.of(address));
    }

    /** The hoster's domain from its end, then a hash of the addresses: {@code test.example.mail.0123456789abcdef}. */
    String identifier() {
        var labels = Arrays.asList(provider.name().split("\\."));
        Collections.reverse(labels);
        return String.join(".", labels) + ".mail." + hash(mailboxes());
    }

    /** One for each part of the profile, in Apple's upper case. */
    String uuid(String part) {
        var own = nameBased(DNS, provider.name());
        return nameBased(own, mailboxes() + "|" + part).toString().toUpperCase(Locale.ROOT);
    }

    /** The name of a mailbox's part within the profile; where there is one mailbox only, it needs no other. */
    String part(EmailAddress address, String kind) {
        return addresses.size() == 1 ? kind : hash(address.normalised()) + "." + kind;
    }

    private String mailboxes() {
        return addresses.stream().map(EmailAddress::normalised).sorted().collect(Collectors.joining("|"));
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(digest("SHA-256", text.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
    }

    /** A name-based UUID, version 5 (RFC 9562 §5.5); the JDK has only version 3. */
    static UUID nameBased(UUID namespace, String name) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var hashed = ByteBuffer.allocate(Long.BYTES * 2 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        var hash = ByteBuffer.wrap(digest("SHA-1", hashed.array()));
        long high = hash.getLong() & ~0xF000L | 0x5000L; // version
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62; // variant
        return new UUID(high, low);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
