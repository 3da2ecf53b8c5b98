package org.postlotse.web.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Preview;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.Role;
import org.postlotse.web.CaseCsv;
import org.postlotse.web.Visits;

/** Exactly who would get what in a wave, and why: to look at before it begins, and to take away. */
@Path("{language}/desk/campaign/plan")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class PlanPages {
    private final Visits visits;
    private final Clerk clerk;
    private final Preview preview;
    private final MailboxLinks links;
    private final Catalogue catalogue;

    @Inject
    PlanPages(Visits visits, Clerk clerk, Preview preview, MailboxLinks links, Catalogue catalogue) {
        this.visits = visits;
        this.clerk = clerk;
        this.preview = preview;
        this.links = links;
        this.catalogue = catalogue;
    }

    @GET
    public Response plan(
            @Context HttpServerRequest request,
            @QueryParam("mode") Optional<String> mode,
            @QueryParam("share") Optional<String> share,
            @QueryParam("domains") Optional<String> domains,
            @QueryParam("after") Optional<String> after) {
        var frame = visits.ofPage(request).frame();
        var form = WaveForm.of(mode, share, domains);
        if (form.wave().isEmpty()) return clerk.back(request, CampaignPages.HERE, "misunderstood");
        var numbers = new Numbers(frame.language(), catalogue.zone());
        var page = preview.page(
                after.map(links::openSearch).orElse(""), form.wave().get());
        return Response.ok(new DeskPages.Plan(frame, clerk.who(), clerk.operator(), form, plan(form, page, numbers)))
                .build();
    }

    /** A whole list of addresses leaves the desk: that is written down. */
    @POST
    @Path("list")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.Names.OPERATOR)
    public Response list(
            @RestForm("mode") Optional<String> mode,
            @RestForm("share") Optional<String> share,
            @RestForm("domains") Optional<String> domains) {
        var form = WaveForm.of(mode, share, domains);
        var wave = form.wave();
        if (wave.isEmpty()) return Response.status(Response.Status.BAD_REQUEST).build();
        clerk.note(AuditTrail.Kind.LIST_TAKEN, "", form.told());
        return Response.ok(table(wave.get()), CaseCsv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plan.csv\"")
                .build();
    }

    private StreamingOutput table(Control.Wave wave) {
        return output -> {
            var writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
            writer.write(Preview.csvHead());
            for (var mark = Optional.of(""); mark.isPresent(); ) {
                var page = preview.page(mark.get(), wave);
                for (var line : page.lines()) writer.write(line.csv());
                mark = page.next();
            }
            writer.flush();
        };
    }

    private ControlView.Plan plan(WaveForm form, Preview.Page page, Numbers numbers) {
        var summary = preview.summary(form.wave().orElseThrow());
        var letters = new ArrayList<ControlView.Row>();
        summary.letters()
                .forEach((kind, reasons) -> reasons.forEach(
                        (why, count) -> letters.add(new ControlView.Row(kind, why, numbers.of(count)))));
        var left = summary.left().entrySet().stream()
                .map(reason -> new ControlView.Row("", reason.getKey(), numbers.of(reason.getValue())))
                .toList();
        var next = page.next()
                .map(mark -> "?" + form.query() + "&after=" + links.sealSearch(mark))
                .orElse("");
        return new ControlView.Plan(
                letters, left, page.lines().stream().map(this::line).toList(), next);
    }

    private ControlView.Line line(Preview.Line line) {
        boolean operator = clerk.operator();
        var asked = new MailboxLinks.Asked(line.decision().mailbox(), false);
        var to = new MailboxLinks.Asked(line.to(), false);
        return new ControlView.Line(
                asked.shown(operator),
                links.seal(asked),
                line.kind(),
                line.why(),
                line.to().equals(line.decision().mailbox()) ? "" : to.shown(operator));
    }
}
