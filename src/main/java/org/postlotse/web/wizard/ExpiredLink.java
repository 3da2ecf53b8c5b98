package org.postlotse.web.wizard;

/** What was answered can not be read from the way here: it is forged, cut, or older than the key. */
final class ExpiredLink extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpiredLink() {
        super("the sealed part of the address can not be read");
    }
}
