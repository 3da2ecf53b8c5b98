package org.postlotse.evidence.dialect;

import jakarta.inject.Singleton;
import org.postlotse.evidence.Ascii;
import org.postlotse.evidence.DialectReader;
import org.postlotse.evidence.Entry;
import org.postlotse.evidence.Findings;
import org.postlotse.evidence.LogDialect;

/** Stalwart: {@code 2026-11-23T08:26:27Z INFO Authentication successful (auth.success) listenerId = "imaps", …}. */
@Singleton
final class StalwartDialect implements LogDialect {
    static final String ID = "stalwart";
    private static final byte[] STALWART = Ascii.of("stalwart");
    /** Both lines that matter are of this level, which stands where other programs' machines are named. */
    private static final byte[] LEVEL = Ascii.of("INFO");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean wrote(Entry entry) {
        return entry.origin() == Entry.Origin.SYSLOG && (entry.hostIs(LEVEL) || entry.programStartsWith(STALWART));
    }

    @Override
    public DialectReader read(Findings findings) {
        return new StalwartReader(findings);
    }
}
