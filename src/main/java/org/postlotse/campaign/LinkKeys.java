package org.postlotse.campaign;

import java.time.Instant;
import java.util.List;

/** Keys for links, shared by all nodes. */
public interface LinkKeys {
    /**
     * A key.
     *
     * @param version 1 to 255, which stands at the head of each link
     * @param bytes 32 of them
     */
    record LinkKey(int version, byte[] bytes, Instant made) {}

    /** All of them, the newest first. */
    List<LinkKey> all();

    /** Adds a key; of two nodes that add the same version at once, one wins, and both see its key. */
    void add(LinkKey key);

    /** Drops keys that were made before this moment; links of theirs are forged ones then. */
    void drop(Instant before);
}
