package org.postlotse.evidence;

/** Who is told what a log shows. */
public interface Findings {
    /** Somebody logged in. */
    void login(SeenLogin login);

    /** A program said what it is (RFC 2971) in a session. */
    void client(String session, String id);

    /**
     * A program was not let in.
     *
     * @param session joins it with other lines; may be empty
     */
    default void failed(FailedAttempt attempt, long position, String session) {}

    /** A line that looks like a log-in of this dialect but can not be read. */
    void puzzling(String dialect, Entry entry);
}
