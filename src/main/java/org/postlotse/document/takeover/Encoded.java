package org.postlotse.document.takeover;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/** Bytes of an XML file, and which characters they mean (XML 1.0, appendix F). */
final class Encoded {
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int DECLARATION = 200;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Encoded() {}

    /** The characters without a byte order mark. */
    static String decode(byte[] bytes) throws Unreadable {
        var charset = charset(bytes);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(
                (int) (bytes.length * (double) charset.newDecoder().maxCharsPerByte()) + 1);
        var decoder = charset.newDecoder(); // reports what it can not read
        var result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError())
            throw new Unreadable("Line "
                    + (1 + out.chars().filter(character -> character == '\n').count())
                    + ": a character there is not written in " + charset.name() + ".");
        var text = out.toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) throws Unreadable {
        if (begins(bytes, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        if (begins(bytes, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
        var declaration = DECLARED.matcher(
                new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1));
        if (!declaration.find()) return StandardCharsets.UTF_8;
        try {
            return Charset.forName(declaration.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new Unreadable("Line 1: the file says that it is written in “" + Remarks.quoted(declaration.group(1))
                    + "”, which is unknown here. Save it in UTF-8.");
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }
}
