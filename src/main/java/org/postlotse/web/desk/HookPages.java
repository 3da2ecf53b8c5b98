package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private static final String AGAIN = "again";

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

    /**
     * A receiver.
     *
     * @param state {@code taken}, {@code waiting} or {@code failing}
     * @param waiting what waits for it; empty where nothing does
     */
    record Row(String name, String state, Optional<Waiting> waiting) {}

    /** What waits for a receiver, in words. */
    record Waiting(String changes, String oldest, String attempts, String next) {}

    @GET
    public TemplateInstance hooks(@Context HttpServerRequest request, @QueryParam("said") @Nullable String said) {
        var frame = visits.ofPage(request).frame();
        var numbers = new Numbers(frame.language(), catalogue.zone());
        var waiting = deliveries.waiting();
        var rows = courier.names().stream()
                .map(name -> waiting.stream()
                        .filter(one -> one.hook().equals(name))
                        .findFirst()
                        .map(one -> row(one, numbers))
                        .orElseGet(() -> new Row(name, "taken", Optional.empty())))
                .toList();
        return new DeskPages.Webhooks(frame, clerk.who(), AGAIN.equals(said), rows);
    }

    private static Row row(Deliveries.Waiting one, Numbers numbers) {
        return new Row(
                one.hook(),
                one.attempts() > 0 ? "failing" : "waiting",
                Optional.of(new Waiting(
                        numbers.of(one.changes()),
                        numbers.moment(one.oldest()),
                        numbers.of(one.attempts()),
                        numbers.moment(one.next()))));
    }

    @POST
    public Response again(@Context HttpServerRequest request) {
        clerk.note(AuditTrail.Kind.DELIVERIES_RETRIED, "", "");
        courier.names().forEach(name -> deliveries.now(name, clock.instant()));
        return clerk.back(request, DeskPath.DESK + "/webhooks", AGAIN);
    }
}
