package org.postlotse.document;

/** Profiles are to be signed and can not be; an unsigned one is never handed out in its place. */
public final class SigningBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningBroken(String why) {
        super(why);
    }

    SigningBroken(String why, Throwable cause) {
        super(why, cause);
    }
}
