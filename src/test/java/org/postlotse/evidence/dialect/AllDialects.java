package org.postlotse.evidence.dialect;

import java.util.List;
import java.util.Map;
import org.postlotse.evidence.LogDialect;

/** The dialects as the container finds them, for tests without one. */
public final class AllDialects {
    private AllDialects() {}

    public static List<LogDialect> list() {
        return List.of(
                new DovecotDialect(),
                new PostfixDialect(),
                new EximDialect(Map.of()),
                new CyrusDialect(),
                new CourierDialect(),
                new StalwartDialect());
    }
}
