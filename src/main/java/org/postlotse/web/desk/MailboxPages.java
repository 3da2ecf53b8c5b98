package org.postlotse.web.desk;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.ExcuseBook;
import org.postlotse.campaign.Handling;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.staff.AuditTrail.Kind;
import org.postlotse.staff.Role;
import org.postlotse.web.Frame;
import org.postlotse.web.Visits;

/** One mailbox, for whoever has its owner on the phone: what was seen, what was written, and what can be done. */
@Path("{language}/desk/mailboxes/{sealed}")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class MailboxPages {
    static final String HERE = DeskPath.DESK + "/mailboxes";
    private static final int UNPROCESSABLE = 422;
    private static final String IN_VAIN = "in-vain";
    private static final Set<String> SAID = Stream.concat(
                    Stream.of("excused", "excuse-ended", "muted", "unmuted", IN_VAIN),
                    Stream.of(Handling.Written.values()).map(Handling.Written::key))
            .collect(Collectors.toUnmodifiableSet());

    private final Visits visits;
    private final Clerk clerk;
    private final MailboxLinks links;
    private final MailboxReport report;
    private final Handling handling;
    private final ExcuseBook excuses;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    MailboxPages(
            Visits visits,
            Clerk clerk,
            MailboxLinks links,
            MailboxReport report,
            Handling handling,
            ExcuseBook excuses,
            Catalogue catalogue,
            Clock clock) {
        this.visits = visits;
        this.clerk = clerk;
        this.links = links;
        this.report = report;
        this.handling = handling;
        this.excuses = excuses;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    public TemplateInstance mailbox(
            @Context HttpServerRequest request, @RestPath String sealed, @QueryParam("said") @Nullable String said) {
        return page(
                visits.ofPage(request).frame(),
                sealed,
                said != null && SAID.contains(said) ? said : "",
                DeskPages.ExcuseForm.EMPTY);
    }

    @POST
    @Path("excuse")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response excuse(
            @Context HttpServerRequest request,
            @RestPath String sealed,
            @RestForm("reason") Optional<String> reason,
            @RestForm("until") Optional<String> until) {
        var why = reason.map(String::strip).orElse("");
        var end = until.map(String::strip).flatMap(MailboxPages::date);
        var today = LocalDate.ofInstant(clock.instant(), catalogue.zone());
        var complaint = why.isEmpty() || why.length() > ExcuseBook.LONGEST_REASON
                ? "reason-wrong"
                : end.filter(day -> day.isAfter(today)).isEmpty() ? "until-wrong" : "";
        if (complaint.isEmpty())
            return act(
                    request,
                    sealed,
                    new Act(Kind.EXCUSED, why + " → " + end.get()),
                    mailbox -> excuses.note(mailbox, new Case.Excuse(why, end.get())) > 0);
        return Response.status(UNPROCESSABLE)
                .entity(page(
                        visits.ofPage(request).frame(),
                        sealed,
                        "",
                        new DeskPages.ExcuseForm(why, until.orElse(""), complaint)))
                .build();
    }

    @POST
    @Path("end-excuse")
    public Response endExcuse(@Context HttpServerRequest request, @RestPath String sealed) {
        return act(request, sealed, new Act(Kind.EXCUSE_ENDED, ""), mailbox -> excuses.withdraw(mailbox));
    }

    @POST
    @Path("mute")
    public Response mute(@Context HttpServerRequest request, @RestPath String sealed) {
        return act(request, sealed, new Act(Kind.MUTED, ""), mailbox -> handling.mute(mailbox) > 0);
    }

    @POST
    @Path("unmute")
    public Response unmute(@Context HttpServerRequest request, @RestPath String sealed) {
        return act(request, sealed, new Act(Kind.UNMUTED, ""), mailbox -> handling.unmute(mailbox) > 0);
    }

    @POST
    @Path("again")
    public Response again(@Context HttpServerRequest request, @RestPath String sealed) {
        var mailbox = noted(sealed, new Act(Kind.WRITTEN_AGAIN, ""));
        return clerk.back(request, HERE + "/" + sealed, handling.again(mailbox).key());
    }

    private record Act(Kind kind, String detail) {}

    /** @param doing whether it changed anything */
    private Response act(HttpServerRequest request, String sealed, Act act, Predicate<EmailAddress> doing) {
        boolean changed = doing.test(noted(sealed, act));
        return clerk.back(request, HERE + "/" + sealed, changed ? act.kind().key() : IN_VAIN);
    }

    /** Written down first: what can not be written down is not done. */
    private EmailAddress noted(String sealed, Act act) {
        var mailbox = links.open(sealed).orElseThrow(NotFoundException::new).mailbox();
        clerk.note(act.kind(), mailbox.normalised(), act.detail());
        return mailbox;
    }

    private TemplateInstance page(Frame frame, String sealed, String said, DeskPages.ExcuseForm excuse) {
        var asked = links.open(sealed).orElseThrow(NotFoundException::new);
        return new DeskPages.OneMailbox(
                frame,
                clerk.who(),
                report.view(
                        asked,
                        frame.home() + HERE + "/" + sealed,
                        clerk.operator(),
                        new Numbers(frame.language(), catalogue.zone())),
                said,
                excuse);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
