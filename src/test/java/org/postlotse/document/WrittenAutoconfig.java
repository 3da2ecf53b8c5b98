package org.postlotse.document;

import java.util.Locale;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;

/** The autoconfig document of a domain, for other packages' tests. */
public final class WrittenAutoconfig {
    private WrittenAutoconfig() {}

    public static byte[] of(Catalogue catalogue, String domain) {
        var address = EmailAddress.parse("anybody@" + domain).orElseThrow();
        var format = new MozillaAutoconfig(new Served(() -> catalogue));
        return format.write(Mailbox.of(address, catalogue.offer(address).orElseThrow(), Locale.GERMAN))
                .bytes();
    }
}
