package org.postlotse.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What strangers may send: anything at all, and what is nearly right, which gets deeper into a parser. */
public final class Hostile {
    private static final int MOST_EDITS = 8;

    private Hostile() {}

    /** Characters of all planes, halves of pairs and controls among them, mixed with pieces that mean something. */
    public static Arbitrary<String> text(String... pieces) {
        var nonsense = Arbitraries.strings().all().ofMaxLength(20);
        var ascii = Arbitraries.strings().withCharRange('\0', '\u007f').ofMaxLength(20);
        return Arbitraries.oneOf(Arbitraries.of(pieces), Arbitraries.of(pieces), ascii, nonsense)
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** The same in UTF-8, and bytes that are no text. */
    public static Arbitrary<byte[]> bytes(String... pieces) {
        return Arbitraries.oneOf(
                text(pieces).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200));
    }

    /** A good text with a few places damaged: bytes changed, cut out, doubled, or a piece put in. */
    public static Arbitrary<byte[]> damaged(String good, String... pieces) {
        var edit = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.oneOf(
                                Arbitraries.of(pieces).map(piece -> piece.getBytes(StandardCharsets.UTF_8)),
                                Arbitraries.bytes().array(byte[].class).ofMaxSize(3)))
                .as(Edit::new);
        return edit.list().ofMaxSize(MOST_EDITS).map(edits -> damage(good.getBytes(StandardCharsets.UTF_8), edits));
    }

    /** In place of so many bytes at this part of the whole come others. */
    private record Edit(double where, int out, byte[] in) {}

    private static byte[] damage(byte[] good, List<Edit> edits) {
        var bytes = good;
        for (var edit : edits) {
            int at = (int) (edit.where() * bytes.length);
            int after = Math.min(bytes.length, at + edit.out());
            var damaged = new ByteArrayOutputStream(bytes.length);
            damaged.write(bytes, 0, at);
            damaged.writeBytes(edit.in());
            damaged.write(bytes, after, bytes.length - after);
            bytes = damaged.toByteArray();
        }
        return bytes;
    }
}
