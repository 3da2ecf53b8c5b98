package org.postlotse.document;

/** A document, ready to be sent. */
public final class Document implements Answer {
    private final String contentType;
    private final byte[] bytes;
    private final String fileName;

    Document(String contentType, byte[] bytes, String fileName) {
        this.contentType = contentType;
        this.bytes = bytes.clone();
        this.fileName = fileName;
    }

    /** Its media type with its charset, as in HTTP's {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }

    /** All of it, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Under which name it is saved: ASCII letters, digits, dots and hyphens. Tells nothing of the mailbox. */
    public String fileName() {
        return fileName;
    }
}
