package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.Control;
import org.postlotse.campaign.Controls;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.LostLetters;
import org.postlotse.campaign.Obstacle;
import org.postlotse.campaign.Recipients;
import org.postlotse.campaign.Warnings;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.staff.AuditTrail.Kind;
import org.postlotse.staff.Role;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;

/**
 * The switch of the mailing. A wave is chosen and looked at before it begins; what goes on can be paused, and the emergency
 * stop is one button. All nodes read the switch before each letter.
 */
@Path("{language}/desk/campaign")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class CampaignPages {
    static final String HERE = DeskPath.DESK + "/campaign";
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_LOST = 50;
    private static final Set<String> SAID =
            Set.of("begun", "stopped", "paused", "resumed", "test-sent", "test-failed", "misunderstood");

    private final Visits visits;
    private final Clerk clerk;
    private final Controls controls;
    private final Warnings warnings;
    private final LostLetters lost;
    private final MailboxLinks links;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    CampaignPages(
            Visits visits,
            Clerk clerk,
            Controls controls,
            Warnings warnings,
            LostLetters lost,
            MailboxLinks links,
            Catalogue catalogue,
            Clock clock) {
        this.visits = visits;
        this.clerk = clerk;
        this.controls = controls;
        this.warnings = warnings;
        this.lost = lost;
        this.links = links;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    public TemplateInstance campaign(@Context HttpServerRequest request, @QueryParam("said") @Nullable String said) {
        return page(visits.ofPage(request).frame(), said != null && SAID.contains(said) ? said : "", WaveForm.PILOT);
    }

    @POST
    @Path("begin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.Names.OPERATOR)
    public Response begin(
            @Context HttpServerRequest request,
            @RestForm("mode") Optional<String> mode,
            @RestForm("share") Optional<String> share,
            @RestForm("domains") Optional<String> domains) {
        var form = WaveForm.of(mode, share, domains);
        return form.wave()
                .map(wave -> turn(
                        request,
                        new Turn(Kind.CAMPAIGN_CHANGED, form.told(), "begun"),
                        Control.of(wave, clerk.who(), clock.instant())))
                .orElseGet(() -> Response.status(UNPROCESSABLE)
                        .entity(page(visits.ofPage(request).frame(), "misunderstood", form))
                        .build());
    }

    @POST
    @Path("stop")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response stop(@Context HttpServerRequest request) {
        return turn(
                request,
                new Turn(Kind.CAMPAIGN_STOPPED, "", "stopped"),
                Control.of(Control.Wave.STOPPED, clerk.who(), clock.instant()));
    }

    @POST
    @Path("pause")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response pause(@Context HttpServerRequest request) {
        return turn(
                request,
                new Turn(Kind.CAMPAIGN_CHANGED, "pause", "paused"),
                controls.read().pause(clerk.who(), clock.instant()));
    }

    @POST
    @Path("resume")
    @RolesAllowed(Role.Names.OPERATOR)
    public Response resume(@Context HttpServerRequest request) {
        return turn(
                request,
                new Turn(Kind.CAMPAIGN_CHANGED, "resume", "resumed"),
                controls.read().resume(clerk.who(), clock.instant()));
    }

    private record Turn(Kind kind, String detail, String said) {}

    /** The emergency stop is never kept back by the trail; whatever sends letters is written down before it is done. */
    private Response turn(HttpServerRequest request, Turn turn, Control control) {
        if (turn.kind() == Kind.CAMPAIGN_STOPPED) controls.change(control);
        clerk.note(turn.kind(), "", turn.detail());
        if (turn.kind() != Kind.CAMPAIGN_STOPPED) controls.change(control);
        return clerk.back(request, HERE, turn.said());
    }

    private TemplateInstance page(Frame frame, String said, WaveForm form) {
        var numbers = new Numbers(frame.language(), catalogue.zone());
        return new DeskPages.Campaign(
                frame,
                clerk.who(),
                clerk.operator(),
                ControlView.of(controls.read(), warnings.obstacle().map(Obstacle::key), numbers),
                said,
                form,
                lost.first(MOST_LOST).stream().map(claim -> row(claim, numbers)).toList(),
                Stream.of(LetterKind.values()).map(LetterKind::key).toList());
    }

    private ControlView.Lost row(Recipients.Claim claim, Numbers numbers) {
        var asked = new MailboxLinks.Asked(claim.mailbox(), false);
        return new ControlView.Lost(
                asked.shown(clerk.operator()), links.seal(asked), claim.kind().key(), numbers.moment(claim.at()));
    }
}
