package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Demonstration;
import org.postlotse.staff.Operators;
import org.postlotse.web.TypedForm;
import org.postlotse.web.Visit;
import org.postlotse.web.Visits;

/** The way in and the way out. */
@Path("{language}/desk")
@RunOnVirtualThread
class LogInPages {
    private static final Logger LOG = Logger.getLogger(LogInPages.class);
    private static final int UNPROCESSABLE = 422;

    private final Visits visits;
    private final Operators operators;
    private final Sessions sessions;
    private final LogInLimit limit;
    private final Instance<Demonstration> demonstrations;

    @Inject
    LogInPages(
            Visits visits,
            Operators operators,
            Sessions sessions,
            LogInLimit limit,
            Instance<Demonstration> demonstrations) {
        this.visits = visits;
        this.operators = operators;
        this.sessions = sessions;
        this.limit = limit;
        this.demonstrations = demonstrations;
    }

    @GET
    @Path("log-in")
    public TemplateInstance form(@Context HttpServerRequest request) {
        return page(visits.ofPage(request), "", "");
    }

    @POST
    @Path("log-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logIn(@Context HttpServerRequest request, byte[] body) {
        var visit = visits.ofPage(request);
        try (var form = new TypedForm(body)) {
            var name = form.text("name").orElse("").strip();
            var password = form.secret("password").orElse(new char[0]);
            try {
                return logIn(visit, request, name, password);
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    @POST
    @Path("log-out")
    public Response logOut(@Context HttpServerRequest request) {
        var home = visits.ofPage(request).frame().home();
        request.response().addCookie(sessions.end());
        return Response.seeOther(URI.create(home + DeskPath.LOG_IN)).build();
    }

    private Response logIn(Visit visit, HttpServerRequest request, String name, char[] password) {
        var attempt = limit.admit(name, visit.network());
        if (attempt.isEmpty()) {
            LOG.infof("desk: too many attempts, from %s", visit.network().getHostAddress());
            return Response.status(Response.Status.TOO_MANY_REQUESTS)
                    .entity(page(visit, name, "many"))
                    .build();
        }
        var operator = operators.logIn(name, password);
        if (operator.isEmpty()) {
            // what was typed as a name may have been a password
            LOG.infof("desk: log-in failed, from %s", visit.network().getHostAddress());
            return Response.status(UNPROCESSABLE)
                    .entity(page(visit, name, "wrong"))
                    .build();
        }
        limit.forgive(attempt.get());
        LOG.infof("desk: %s logged in", operator.get().name());
        request.response().addCookie(sessions.begin(operator.get()));
        return Response.seeOther(URI.create(visit.frame().home() + DeskPath.DESK))
                .build();
    }

    private TemplateInstance page(Visit visit, String name, String complaint) {
        var demo = demonstrations.stream()
                .flatMap(each -> each.desk().stream())
                .filter(desk -> operators.find(desk.name()).isPresent())
                .findFirst();
        return new DeskPages.LogIn(visit.frame(), name, complaint, Long.toString(limit.minutes()), demo);
    }
}
