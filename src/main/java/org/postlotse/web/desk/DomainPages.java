package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Domain;
import org.postlotse.dns.DomainDesk;
import org.postlotse.dns.DomainReport;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** What each mail domain needs in DNS, and whether it is there. Only the button asks DNS for it. */
@Path("{language}/desk/domains")
@RunOnVirtualThread
class DomainPages {
    private static final int MOST_LISTED = 200;

    private final Visits visits;
    private final Catalogue catalogue;
    private final DomainDesk desk;

    @Inject
    DomainPages(Visits visits, Catalogue catalogue, DomainDesk desk) {
        this.visits = visits;
        this.catalogue = catalogue;
        this.desk = desk;
    }

    @GET
    @RolesAllowed(Role.Names.SUPPORT)
    public Response domains(@Context HttpServerRequest request, @QueryParam("domain") @Nullable String typed) {
        if (typed == null || typed.isBlank())
            return Response.ok(list(request, "", "")).build();
        var domain = Domain.parse(typed);
        if (domain.isEmpty()) return refused(request, 422, typed, "malformed");
        if (desk.records(domain.get()).isEmpty()) return refused(request, 422, typed, "unknown");
        var home = visits.ofPage(request).frame().home();
        return Response.seeOther(URI.create(home + DeskPath.DESK + "/domains/" + domain.get()))
                .build();
    }

    @GET
    @Path("{domain}")
    @RolesAllowed(Role.Names.SUPPORT)
    public Response domain(@Context HttpServerRequest request, @PathParam("domain") String named) {
        return Domain.parse(named)
                .flatMap(domain -> page(request, domain, Optional.empty()))
                .orElseGet(() -> refused(request, 404, named, "unknown"));
    }

    @POST
    @Path("{domain}")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response look(@Context HttpServerRequest request, @PathParam("domain") String named) {
        return Domain.parse(named)
                .flatMap(domain -> desk.look(domain).flatMap(report -> page(request, domain, Optional.of(report))))
                .orElseGet(() -> refused(request, 404, named, "unknown"));
    }

    private Optional<Response> page(HttpServerRequest request, Domain domain, Optional<DomainReport> report) {
        return desk.records(domain)
                .map(records -> new DeskPages.OneDomain(
                        visits.ofPage(request).frame(),
                        domain,
                        records,
                        desk.zone(domain).orElse(""),
                        report))
                .map(page -> Response.ok(page).build());
    }

    private Response refused(HttpServerRequest request, int status, String typed, String complaint) {
        return Response.status(status).entity(list(request, typed, complaint)).build();
    }

    private TemplateInstance list(HttpServerRequest request, String typed, String complaint) {
        var all = catalogue.domains().stream()
                .sorted(Comparator.comparing(Domain::name))
                .toList();
        return new DeskPages.Domains(
                visits.ofPage(request).frame(),
                typed,
                complaint,
                all.stream().limit(MOST_LISTED).toList(),
                Math.max(0, all.size() - MOST_LISTED),
                catalogue.domainSources());
    }
}
