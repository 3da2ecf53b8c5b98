package org.postlotse.evidence;

import java.util.EnumMap;
import java.util.Map;

/** What became of the log-ins that were read. */
final class Counts {
    private long logins;
    private final long[] leftOut = new long[Judgement.Reason.values().length];
    private final Samples puzzles = new Samples();

    void login() {
        logins++;
    }

    void leaveOut(Judgement.Reason reason) {
        leftOut[reason.ordinal()]++;
    }

    /** One that was counted, and turns out to be no customer's. */
    void noLogin(Judgement.Reason reason) {
        logins--;
        leaveOut(reason);
    }

    /** Log-ins of customers. */
    long logins() {
        return logins;
    }

    /** Log-ins that are no customer's, by the reason. */
    Map<Judgement.Reason, Long> leftOut() {
        var counts = new EnumMap<Judgement.Reason, Long>(Judgement.Reason.class);
        for (var reason : Judgement.Reason.values())
            if (leftOut[reason.ordinal()] > 0) counts.put(reason, leftOut[reason.ordinal()]);
        return counts;
    }

    /** Lines that look like log-ins but can not be read, by dialect. */
    Samples puzzles() {
        return puzzles;
    }
}
