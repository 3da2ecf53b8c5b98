package org.postlotse.evidence;

/** One source's sums: written by whoever reads it, read by whoever looks. */
final class SourceAccount {
    private SourceReport all;
    private SourceReport fresh;

    SourceAccount(String name) {
        all = SourceReport.nothing(name);
        fresh = all;
    }

    synchronized void add(LogReader.Tally tally, Counts counts) {
        var found = SourceReport.of(all.name(), tally, counts);
        all = all.and(found);
        fresh = fresh.and(found);
    }

    /** All since this process began. */
    synchronized SourceReport report() {
        return all;
    }

    /** What came since the last time. */
    synchronized SourceReport drain() {
        var drained = fresh;
        fresh = SourceReport.nothing(all.name());
        return drained;
    }

    /** What was drained and could not be told. */
    synchronized void giveBack(SourceReport untold) {
        fresh = untold.and(fresh);
    }
}
