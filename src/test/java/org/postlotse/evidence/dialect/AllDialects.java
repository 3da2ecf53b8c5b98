package org.postlotse.evidence.dialect;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.postlotse.evidence.LogDialect;

/** The dialects as the container finds them, for tests without one. */
public final class AllDialects {
    private AllDialects() {}

    public static List<LogDialect> list() {
        return withHops(hop -> false);
    }

    /** @param hops which addresses are those of load balancers */
    public static List<LogDialect> withHops(Predicate<String> hops) {
        return List.of(
                new DovecotDialect(hops),
                new PostfixDialect(),
                new EximDialect(Map.of()),
                new CyrusDialect(),
                new CourierDialect(),
                new StalwartDialect());
    }
}
