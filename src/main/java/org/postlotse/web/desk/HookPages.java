package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.postlotse.campaign.hook.Courier;
import org.postlotse.campaign.hook.Deliveries;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** Which other systems are told of changes, and what waits for them. */
@Path("{language}/desk/webhooks")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OPERATOR)
class HookPages {
    private final Visits visits;
    private final Clerk clerk;
    private final Courier courier;
    private final Deliveries deliveries;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    HookPages(Visits visits, Clerk clerk, Courier courier, Deliveries deliveries, Catalogue catalogue, Clock clock) {
        this.visits = visits;
        this.clerk = clerk;
        this.courier = courier;
        this.deliveries = deliveries;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A receiver; the numbers are empty where nothing waits. */
    record Row(String name, String changes, String oldest, String attempts) {}

    @GET
    public TemplateInstance hooks(@Context HttpServerRequest request) {
        var frame = visits.ofPage(request).frame();
        var numbers = new Numbers(frame.language(), catalogue.zone());
        var waiting = deliveries.waiting();
        return new DeskPages.Webhooks(
                frame,
                clerk.who(),
                courier.names().stream()
                        .map(name -> waiting.stream()
                                .filter(one -> one.hook().equals(name))
                                .findFirst()
                                .map(one -> new Row(
                                        name,
                                        numbers.of(one.changes()),
                                        numbers.moment(one.oldest()),
                                        numbers.of(one.attempts())))
                                .orElseGet(() -> new Row(name, "", "", "")))
                        .toList());
    }

    @POST
    public Response again(@Context HttpServerRequest request) {
        clerk.note(AuditTrail.Kind.DELIVERIES_RETRIED, "", "");
        courier.names().forEach(name -> deliveries.now(name, clock.instant()));
        return clerk.back(request, DeskPath.DESK + "/webhooks", "");
    }
}
