package org.postlotse.document.takeover;

/** A file that is no XML of ours to read; its message is a plain sentence with the place. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
