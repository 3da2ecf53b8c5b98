package org.postlotse.document;

import java.nio.charset.StandardCharsets;

/** Any document, for tests of other rooms. */
public final class WrittenDocument {
    private WrittenDocument() {}

    public static Document of(String contentType, String text) {
        return new Document(contentType, text.getBytes(StandardCharsets.UTF_8), "a.txt");
    }
}
