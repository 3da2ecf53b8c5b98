package org.postlotse.probe;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A password for the length of one check: never printed, never serialised, wiped when it is closed.
 *
 * <p>It is kept as characters, never as a {@code String}, which could not be wiped. Closing it while it is being used
 * is safe: whoever comes too late meets an {@link IllegalStateException}.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes a copy of what was typed, and wipes the source. */
    public static Secret of(char[] source) {
        var secret = new Secret(source.clone());
        Arrays.fill(source, '\0');
        return secret;
    }

    /** Whether nothing was typed. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** As it goes over the wire, in UTF-8 (RFC 4616 §2); whoever asks for it wipes it. */
    synchronized byte[] utf8() {
        if (closed) throw new IllegalStateException("the secret is gone");
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        wipe(encoded);
        return bytes;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "•••";
    }

    private static void wipe(ByteBuffer buffer) {
        Arrays.fill(buffer.array(), (byte) 0);
    }
}
