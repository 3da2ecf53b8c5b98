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
import java.util.List;
import java.util.stream.Stream;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.Probes;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** What the mail servers show to everybody: asked without a password, when somebody presses the button. */
@Path("{language}/desk/servers")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class ServerPages {
    private static final int MOST = 60;

    private final Visits visits;
    private final Clerk clerk;
    private final Catalogue catalogue;
    private final Probes probes;

    @Inject
    ServerPages(Visits visits, Clerk clerk, Catalogue catalogue, Probes probes) {
        this.visits = visits;
        this.clerk = clerk;
        this.catalogue = catalogue;
        this.probes = probes;
    }

    @GET
    public TemplateInstance servers(@Context HttpServerRequest request) {
        return page(request, all().map(ServerView::unasked).toList(), false);
    }

    @POST
    public TemplateInstance ask(@Context HttpServerRequest request) {
        return page(
                request,
                probes.inspect(all().toList()).stream().map(ServerView::of).toList(),
                true);
    }

    private TemplateInstance page(HttpServerRequest request, List<ServerView> servers, boolean asked) {
        var name = clerk.who();
        return new DeskPages.Servers(visits.ofPage(request).frame(), name, servers, asked);
    }

    /** Each once, those of all brands first. */
    private Stream<Server> all() {
        var offered = catalogue.brands().stream().map(Brand::servers).flatMap(List::stream);
        var exceptions = catalogue.exceptions().values().stream().flatMap(List::stream);
        return Stream.concat(offered, exceptions).distinct().limit(MOST);
    }
}
