package org.postlotse.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A form as it arrives ({@code application/x-www-form-urlencoded}, WHATWG URL §5.1), read from the body's bytes so that a
 * password never becomes a {@code String}. Closing it wipes the body.
 */
public final class TypedForm implements AutoCloseable {
    private final byte[] body;

    /** Takes the body itself, not a copy. */
    public TypedForm(byte[] body) {
        this.body = body;
    }

    /** A field as typed; empty when it is not there. */
    public Optional<String> text(String name) {
        return field(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A field whose value may not stay in memory: who asks wipes it. Empty when nothing was typed, or no UTF-8. */
    public Optional<char[]> secret(String name) {
        return field(name).filter(bytes -> bytes.length > 0).flatMap(TypedForm::characters);
    }

    @Override
    public void close() {
        Arrays.fill(body, (byte) 0);
    }

    private Optional<byte[]> field(String name) {
        var start = (name + "=").getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (from <= body.length) {
            int to = from;
            while (to < body.length && body[to] != '&') to++;
            if (to - from >= start.length
                    && Arrays.mismatch(body, from, from + start.length, start, 0, start.length) < 0)
                return Optional.of(decoded(from + start.length, to));
            from = to + 1;
        }
        return Optional.empty();
    }

    private byte[] decoded(int from, int to) {
        var bytes = ByteBuffer.allocate(to - from);
        for (int i = from; i < to; i++) {
            int high = i + 2 < to ? Character.digit(body[i + 1], 16) : -1;
            int low = i + 2 < to ? Character.digit(body[i + 2], 16) : -1;
            if (body[i] == '%' && high >= 0 && low >= 0) {
                bytes.put((byte) (high << 4 | low));
                i += 2;
            } else {
                bytes.put(body[i] == '+' ? (byte) ' ' : body[i]);
            }
        }
        var whole = Arrays.copyOf(bytes.array(), bytes.position());
        Arrays.fill(bytes.array(), (byte) 0);
        return whole;
    }

    private static Optional<char[]> characters(byte[] bytes) {
        CharBuffer chars;
        try {
            chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        var exact = Arrays.copyOfRange(chars.array(), chars.arrayOffset(), chars.arrayOffset() + chars.limit());
        Arrays.fill(chars.array(), '\0');
        return Optional.of(exact);
    }
}
