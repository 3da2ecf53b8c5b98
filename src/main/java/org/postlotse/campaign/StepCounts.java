package org.postlotse.campaign;

import java.time.LocalDate;
import java.util.List;

/** How often steps were taken, day by day. Nothing in it tells who took them. */
public interface StepCounts {
    /** Counts a step once more. */
    void add(LocalDate day, Step step);

    /** How often each step was taken from a day on. */
    List<Count> since(LocalDate day);

    /**
     * What somebody did.
     *
     * @param step in one word, such as {@code begun}
     * @param weakness as in {@link CountedAs}
     * @param program likewise
     */
    record Step(String step, String weakness, String program) {}

    record Count(Step step, long times) {}
}
