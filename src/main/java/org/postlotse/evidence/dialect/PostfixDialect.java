package org.postlotse.evidence.dialect;

import jakarta.inject.Singleton;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogDialect;

/** Postfix 3.x: one session is several lines of one {@code smtpd} process. */
@Singleton
final class PostfixDialect implements LogDialect {
    static final String ID = "postfix";
    private static final byte[] POSTFIX = Ascii.of("postfix");
    private static final byte[] SMTPD = Ascii.of("/smtpd");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean wrote(Entry entry) {
        return entry.origin() == Entry.Origin.SYSLOG && entry.programStartsWith(POSTFIX);
    }

    @Override
    public boolean tells(Entry entry) {
        return entry.programEndsWith(SMTPD);
    }

    @Override
    public DialectReader read(Findings findings) {
        return new PostfixReader(findings);
    }
}
