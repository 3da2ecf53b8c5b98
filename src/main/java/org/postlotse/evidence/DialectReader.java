package org.postlotse.evidence;

/** Reads one source's lines in their order. */
public interface DialectReader {
    void line(Entry entry);

    /** No more lines will come: what waited for a later line is told with what is known. */
    void end();
}
