package org.postlotse.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postlotse.document.Document;

/**
 * A document in every form in which it is sent, made once.
 *
 * @param contentType as in the header
 * @param compressed the smallest first; none where its bytes are sacred
 */
record Prepared(CharSequence contentType, Form plain, List<Form> compressed) {
    // nothing else: the digest of PACC's document stands in DNS, so nobody gets to touch its bytes
    private static final String COMPRESSIBLE = "text/xml";

    /**
     * One representation (RFC 9110 §8).
     *
     * @param coding as in {@code Content-Encoding}
     * @param tag its strong entity tag, of these very bytes
     */
    record Form(String coding, Buffer bytes, CharSequence length, CharSequence tag) {
        static Form of(String coding, byte[] bytes) {
            var digest = "\"" + HexFormat.of().formatHex(sha256(bytes), 0, 12) + "\"";
            return new Form(
                    coding,
                    Buffer.buffer(bytes),
                    HttpHeaders.createOptimized(Integer.toString(bytes.length)),
                    HttpHeaders.createOptimized(digest));
        }
    }

    Prepared {
        compressed = List.copyOf(compressed);
    }

    static Prepared of(Document document) {
        var bytes = document.bytes();
        var type = document.contentType();
        return new Prepared(
                HttpHeaders.createOptimized(type),
                Form.of("identity", bytes),
                type.startsWith(COMPRESSIBLE) ? compressed(bytes) : List.of());
    }

    private static List<Form> compressed(byte[] bytes) {
        return Stream.of(Coding.values())
                .flatMap(coding -> coding.of(bytes).map(made -> Form.of(coding.written(), made)).stream())
                .toList();
    }

    /** The form that a program takes which says this of itself; nobody gets a compressed one who does not ask for it. */
    Form form(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.isEmpty()) return plain;
        for (var form : compressed) if (Preference.takes(acceptEncoding, form.coding())) return form;
        return plain;
    }

    /** Whether these are the same bytes. */
    boolean says(Document document) {
        return plain.bytes().equals(Buffer.buffer(document.bytes()))
                && document.contentType().contentEquals(contentType);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
