package org.postlotse.document;

import java.util.List;
import org.postlotse.catalogue.Catalogue;

/** The formats that other rooms' tests ask for. */
public final class TestFormats {
    private TestFormats() {}

    public static Formats pacc(Catalogue catalogue) {
        return new Formats(List.of(new Pacc(new Served(() -> catalogue))), () -> catalogue);
    }
}
