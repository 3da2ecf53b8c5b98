package org.postlotse.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Network;

/** The table {@code address_key}: what all nodes digest addresses with. */
record AddressKey(Database database) {
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    /** Digests for one purpose say nothing to another. */
    private static final byte[] ARRIVAL = "arrival ".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ORIGIN = "origin ".getBytes(StandardCharsets.US_ASCII);

    /** The key; made by whoever asks first. */
    byte[] bytes() {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        database.change(
                "insert into address_key (id, digits) values (1, ?) on conflict do nothing",
                HexFormat.of().formatHex(fresh));
        return HexFormat.of()
                .parseHex(database.one(row -> row.getString(1), "select digits from address_key where id = 1"));
    }

    /** What a mailbox is called where others may listen: who has not the key learns nothing of it. */
    static long digest(byte[] key, EmailAddress mailbox) {
        return digest(key, ARRIVAL, mailbox.normalised());
    }

    /** The same of where somebody comes from. */
    static long origin(byte[] key, String address) {
        return digest(key, ORIGIN, Network.household(address));
    }

    private static long digest(byte[] key, byte[] purpose, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(purpose);
            return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken); // every Java has it
        }
    }
}
