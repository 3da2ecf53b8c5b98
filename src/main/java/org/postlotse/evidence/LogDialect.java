package org.postlotse.evidence;

/** How one kind of mail server writes its log. */
public interface LogDialect {
    /** Stable, lower case: {@code dovecot}. */
    String id();

    /** Whether a line was written by such a server: its origin, its machine's name and its program tell, and nothing else. */
    boolean wrote(Entry entry);

    /** Whether the program that wrote a line of such a server tells of log-ins at all. */
    default boolean tells(Entry entry) {
        return true;
    }

    /** Begins to read one source: what is joined from several lines is kept in it. */
    DialectReader read(Findings findings);
}
