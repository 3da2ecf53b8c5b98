package org.postlotse.probe;

/** What we know of somebody who wants a check. */
public enum Standing {
    /** Nothing: anybody who found the page. */
    STRANGER,
    /**
     * Comes with a sealed link that was mailed to the very mailbox: reads it, therefore, and has more attempts for it.
     * What strangers do to the domain or to all of us does not lock them out.
     */
    INVITED
}
