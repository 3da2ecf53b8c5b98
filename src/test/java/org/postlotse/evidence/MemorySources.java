package org.postlotse.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What was written down, as it was handed over; a book that is closed takes nothing. */
final class MemorySources implements SourceBook {
    final List<SourceReport> added = new ArrayList<>();
    boolean closed;

    @Override
    public void add(Node node, Collection<SourceReport> found) {
        if (closed) throw new IllegalStateException("closed");
        added.addAll(found);
    }

    @Override
    public List<Account> since(LocalDate day) {
        return List.of();
    }

    @Override
    public void expire(LocalDate before) {
        added.clear();
    }
}
