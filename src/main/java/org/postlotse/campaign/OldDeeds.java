package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.Operators;

/** What staff did long ago: nobody has to know it for ever. */
@Singleton
class OldDeeds {
    private final AuditTrail trail;
    private final Operators operators;
    private final Clock clock;

    @Inject
    OldDeeds(AuditTrail trail, Operators operators, Clock clock) {
        this.trail = trail;
        this.operators = operators;
        this.clock = clock;
    }

    int erase() {
        return trail.expire(clock.instant().minus(operators.kept()));
    }
}
