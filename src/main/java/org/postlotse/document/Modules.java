package org.postlotse.document;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** The dark and light modules of a QR code (ISO/IEC 18004), drawn with the quiet zone of four that scanners want. */
final class Modules {
    private static final int QUIET = 4;
    private static final int PIXELS = 6;
    private static final int WHITE = 0xFFFFFF;

    private final ByteMatrix modules;

    private Modules(ByteMatrix modules) {
        this.modules = modules;
    }

    /**
     * Level L, as it is read from a screen.
     *
     * @throws IllegalArgumentException for more text than fits into one code
     */
    static Modules of(String text) {
        return of(text, ErrorCorrectionLevel.L);
    }

    /** Level M, as paper is folded and screens have fingerprints. */
    static Modules sturdy(String text) {
        return of(text, ErrorCorrectionLevel.M);
    }

    private static Modules of(String text, ErrorCorrectionLevel level) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            return new Modules(Encoder.encode(text, level, hints).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a code: " + text.length(), tooLong);
        }
    }

    /** Black on white, whatever the page around it looks like: many apps read no light modules on dark. */
    byte[] svg() {
        return picture().document();
    }

    Xml picture() {
        int size = modules.getWidth() + 2 * QUIET;
        return Xml.element("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("viewBox", "0 0 " + size + " " + size)
                .attribute("shape-rendering", "crispEdges")
                .add(Xml.element("rect")
                        .attribute("width", Integer.toString(size))
                        .attribute("height", Integer.toString(size))
                        .attribute("fill", "#fff"))
                .add(Xml.element("path").attribute("fill", "#000").attribute("d", path()));
    }

    /** Each row's runs of dark modules. */
    private String path() {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++)
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 0) continue;
                int run = 1;
                while (x + run < modules.getWidth() && modules.get(x + run, y) == 1) run++;
                path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                path.append('h').append(run).append("v1h-").append(run).append('z');
                x += run - 1;
            }
        return path.toString();
    }

    byte[] png() {
        int size = (modules.getWidth() + 2 * QUIET) * PIXELS;
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++)
            for (int x = 0; x < size; x++) if (!dark(x / PIXELS - QUIET, y / PIXELS - QUIET)) image.setRGB(x, y, WHITE);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    private boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
