package org.postlotse.evidence;

/** Who is handed a log's lines, one after the other. */
public interface Lines {
    /**
     * One line, without its line feed.
     *
     * @param position the offset of its first byte in its source
     */
    void line(byte[] bytes, int from, int to, long position);

    /** A good moment to keep what was learned: all lines before this offset have been handed over. */
    default void pause(long offset) {}
}
