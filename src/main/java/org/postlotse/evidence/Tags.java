package org.postlotse.evidence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one source. A few programs on a few machines write all its lines, so a line's tag is guessed from some of its
 * bytes and compared, instead of being looked for.
 */
final class Tags {
    private static final int HOSTS = 64;
    private static final int SLOTS = 256;
    /** What tells programs apart stands from here on: {@code postfix/…}, {@code cyrus/…}. */
    private static final int TELLING = 4;

    private static final int SHORTEST = 24;

    private final Spellings<Tag> known = new Spellings<>();
    /** Who writes lines that name nobody, by their origins. */
    private final Tag[] nameless = new Tag[Entry.Origin.values().length];
    /** How long the names of machines are, by their beginnings. */
    private final int[] hosts = new int[HOSTS];

    private final @Nullable Tag[] slots = new Tag[SLOTS];
    private int host;
    private int slot;

    Tags() {
        Arrays.setAll(nameless, origin -> new Tag(new byte[0], 0, 0, 0));
    }

    /** The tag that stands at an index; null where another one than expected does. */
    @Nullable
    Tag guess(byte[] line, int at, int to) {
        host = slot = 0;
        if (to - at < SHORTEST) return null;
        long head = Octets.eight(line, at);
        host = Octets.place(head, HOSTS);
        int program = at + hosts[host] + 1;
        int telling = program + TELLING;
        if (telling + Long.BYTES >= to) return null;
        slot = Octets.place(
                head ^ Long.rotateLeft(Octets.eight(line, telling), 24) ^ line[telling + Long.BYTES], SLOTS);
        var tag = slots[slot];
        return tag != null && tag.stands(line, at, to) ? tag : null;
    }

    /** The tag of an entry that was not guessed: the next line like it is. */
    Tag remember(Entry entry) {
        var tag = of(entry);
        hosts[host] = tag.host();
        slots[slot] = tag;
        return tag;
    }

    /** The tag of an entry. */
    Tag of(Entry entry) {
        if (entry.origin != Entry.Origin.SYSLOG) return nameless[entry.origin.ordinal()];
        var tag = known.known(entry.bytes, entry.hostFrom, entry.programTo);
        return tag != null ? tag : known.learn(tag(entry));
    }

    private static Tag tag(Entry entry) {
        return new Tag(
                Arrays.copyOfRange(entry.bytes, entry.hostFrom, entry.programTo),
                entry.hostTo - entry.hostFrom,
                entry.hash(entry.hostFrom, entry.hostTo),
                entry.hash(entry.hostFrom, entry.programTo));
    }
}
