package org.postlotse.evidence;

/** A source was read on by somebody else: what this reader learned is kept already, by him. */
public final class AlreadyRead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param mark the source's */
    public AlreadyRead(String mark) {
        super(mark + " is read by somebody else, too");
    }
}
