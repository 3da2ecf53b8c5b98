package org.postlotse.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks for a text in a file of memory, in every form in which programs keep text. */
public final class Traces {
    private static final int BLOCK = 1 << 20;

    private Traces() {}

    /**
     * The forms of a text of letters, digits and hyphens: in one octet each (Latin-1, UTF-8, URL-encoded), in two of
     * either order ({@code char[]} and {@code String}), and in Base64 wherever it stands in what is encoded.
     */
    public static Map<String, byte[]> of(String text) {
        var forms = new LinkedHashMap<String, byte[]>();
        forms.put("octets", text.getBytes(StandardCharsets.ISO_8859_1));
        forms.put("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        for (int before = 0; before < 3; before++) {
            var encoded = Base64.getEncoder()
                    .encode(("\0".repeat(before) + text + "\0\0\0").getBytes(StandardCharsets.ISO_8859_1));
            // the first and the last letters hang together with what stands beside the text
            int from = before == 0 ? 0 : before + 1;
            int to = (before + text.length()) * 8 / 6;
            forms.put("Base64, " + before, Arrays.copyOfRange(encoded, from, to));
        }
        return forms;
    }

    /** How often it is there. */
    public static int in(Path file, byte[] wanted) {
        int found = 0;
        try (var in = Files.newInputStream(file)) {
            var block = new byte[BLOCK + wanted.length];
            int kept = 0;
            for (int count = read(in, block, kept); count > kept; count = read(in, block, kept)) {
                for (int at = 0; at <= count - wanted.length; at++)
                    if (block[at] == wanted[0]
                            && Arrays.equals(block, at, at + wanted.length, wanted, 0, wanted.length)) found++;
                kept = Math.min(count, wanted.length - 1);
                System.arraycopy(block, count - kept, block, 0, kept);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    private static int read(InputStream in, byte[] block, int kept) throws IOException {
        return kept + in.readNBytes(block, kept, BLOCK);
    }
}
