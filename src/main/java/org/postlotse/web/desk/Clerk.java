package org.postlotse.web.desk;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** Knows who sits at the desk, writes down what is done there, and leads back to the page where it was done. */
@Singleton
class Clerk {
    private final SecurityIdentity person;
    private final AuditTrail trail;
    private final Visits visits;
    private final Clock clock;

    @Inject
    Clerk(SecurityIdentity person, AuditTrail trail, Visits visits, Clock clock) {
        this.person = person;
        this.trail = trail;
        this.visits = visits;
        this.clock = clock;
    }

    /** The name of whoever asks. */
    String who() {
        return person.getPrincipal().getName();
    }

    /** Whether whoever asks may see and do everything. */
    boolean operator() {
        return person.hasRole(Role.Names.OPERATOR);
    }

    /**
     * Writes down what is about to be done.
     *
     * @param mailbox normalised; empty where it is done to all
     */
    void note(AuditTrail.Kind kind, String mailbox, String detail) {
        trail.note(AuditTrail.Deed.of(clock.instant(), who(), kind, mailbox, detail));
    }

    /**
     * Back to a page.
     *
     * @param page below the language, {@code /desk/campaign}
     * @param said the key of what it says now; empty for nothing
     */
    Response back(HttpServerRequest request, String page, String said) {
        var home = visits.ofPage(request).frame().home();
        return Response.seeOther(URI.create(home + page + (said.isEmpty() ? "" : "?said=" + said)))
                .build();
    }
}
