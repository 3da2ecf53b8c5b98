package org.postlotse.web.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A picture of a brand, looked through.
 *
 * @param suffix {@code svg} or {@code png}
 */
record Logo(String suffix, byte[] bytes) {
    private static final int LONGEST = 64 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** A picture that is not shown; its message says why, in words that follow the file's name. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    static Logo read(Path file) throws Refused {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException unreadable) {
            throw new Refused("can not be read");
        }
        if (bytes.length > LONGEST) throw new Refused("is larger than 64 KiB; write the name of a smaller picture");
        if (isPng(bytes)) return new Logo("png", bytes);
        SvgCheck.look(bytes);
        return new Logo("svg", bytes);
    }

    String contentType() {
        return suffix.equals("png") ? "image/png" : "image/svg+xml";
    }

    private static boolean isPng(byte[] bytes) {
        if (bytes.length < PNG.length) return false;
        for (int i = 0; i < PNG.length; i++) if (bytes[i] != PNG[i]) return false;
        return true;
    }
}
