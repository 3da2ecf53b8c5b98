package org.postlotse.web.wizard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.postlotse.probe.Secret;

/**
 * The check's form as it arrives ({@code application/x-www-form-urlencoded}, WHATWG URL §5.1), read from the body's bytes
 * so that the password never becomes a {@code String}. The body is wiped when it has been read.
 *
 * @param mailbox as typed
 * @param loginName as typed
 * @param password empty when nothing was typed
 */
record CheckForm(Optional<String> mailbox, Optional<String> loginName, Optional<Secret> password) {

    static CheckForm read(byte[] body) {
        try {
            return new CheckForm(
                    field(body, "mailbox").map(CheckForm::text),
                    field(body, "login-name").map(CheckForm::text).filter(name -> !name.isBlank()),
                    field(body, "password").filter(bytes -> bytes.length > 0).flatMap(CheckForm::secret));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static Optional<byte[]> field(byte[] body, String name) {
        var start = (name + "=").getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (from <= body.length) {
            int to = from;
            while (to < body.length && body[to] != '&') to++;
            if (to - from >= start.length
                    && Arrays.mismatch(body, from, from + start.length, start, 0, start.length) < 0)
                return Optional.of(decoded(body, from + start.length, to));
            from = to + 1;
        }
        return Optional.empty();
    }

    private static byte[] decoded(byte[] body, int from, int to) {
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

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<Secret> secret(byte[] bytes) {
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
        return Optional.of(Secret.of(exact));
    }
}
