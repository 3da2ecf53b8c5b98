package org.postlotse.document;

import java.net.URI;
import java.util.Base64;

/** The address of a page as a QR code (ISO/IEC 18004), level M, for a phone's camera. */
public final class AddressCode {
    private AddressCode() {}

    /**
     * A picture to stand inside a page: black on white, with a quiet zone of four modules, described by words.
     *
     * @param label what those are told who do not see it
     */
    public static String svg(URI address, String label) {
        return Modules.sturdy(address.toString())
                .picture()
                .attribute("class", "code")
                .attribute("role", "img")
                .attribute("aria-label", label)
                .fragment();
    }

    /** The same for what takes no SVG: a PNG as a {@code data:} address (RFC 2397). */
    public static String png(URI address) {
        return "data:image/png;base64,"
                + Base64.getEncoder()
                        .encodeToString(Modules.sturdy(address.toString()).png());
    }
}
