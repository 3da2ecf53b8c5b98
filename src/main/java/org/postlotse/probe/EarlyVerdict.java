package org.postlotse.probe;

/** Ends a dialogue before its end: the verdict is known. Carries no stack, because it is an answer and not a fault. */
final class EarlyVerdict extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Verdict verdict;

    EarlyVerdict(Verdict verdict) {
        super(verdict.kind(), null, false, false);
        this.verdict = verdict;
    }

    Verdict verdict() {
        return verdict;
    }
}
