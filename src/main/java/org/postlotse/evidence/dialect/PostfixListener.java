package org.postlotse.evidence.dialect;

import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.Entry;

/** One kind of {@code smtpd} on one machine: what its lines have told of all its connections. */
final class PostfixListener {
    private static final byte[] SMTPS = Ascii.of("postfix/smtps");
    private static final byte[] SUBMISSIONS = Ascii.of("postfix/submissions");
    private static final byte[] SUBMISSION = Ascii.of("postfix/submission");
    private static final long NEVER = Long.MAX_VALUE;

    private final boolean wrapped;
    private final boolean submission;
    private long toldTls = NEVER;

    PostfixListener(Entry entry) {
        wrapped = entry.programStartsWith(SMTPS) || entry.programStartsWith(SUBMISSIONS);
        submission = wrapped || entry.programStartsWith(SUBMISSION);
    }

    /** Whether it speaks TLS from the first byte, by its name. */
    boolean wrapped() {
        return wrapped;
    }

    /** Whether it is one for customers, where a port without TLS is a port without TLS. */
    boolean submission() {
        return submission;
    }

    /** Whether it logs TLS at all ({@code smtpd_tls_loglevel} ≥ 1): then a missing line is an answer. */
    boolean tellsTls() {
        return toldTls != NEVER;
    }

    /** Where it told of TLS last; {@link Long#MAX_VALUE} where it never did. */
    long toldTls() {
        return toldTls;
    }

    void tellsTls(long position) {
        toldTls = position;
    }
}
