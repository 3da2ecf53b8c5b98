package org.postlotse.web.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.Recipients;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Logins;
import org.postlotse.staff.Role;
import org.postlotse.web.Frame;
import org.postlotse.web.Problem;
import org.postlotse.web.Visits;
import org.postlotse.web.look.Looks;

/** One mailbox, for a page whose visitor has proved to the portal or to webmail that it is his. */
@Path("api/mailboxes/{address}")
@RunOnVirtualThread
@RolesAllowed(Role.Names.API)
class MailboxesApi {
    private final Cases cases;
    private final Recipients recipients;
    private final Logins logins;
    private final Catalogue catalogue;
    private final Visits visits;
    private final Looks looks;
    private final Banners banners;
    private final Answers answers;

    @Inject
    MailboxesApi(
            Cases cases,
            Recipients recipients,
            Logins logins,
            Catalogue catalogue,
            Visits visits,
            Looks looks,
            Banners banners,
            Answers answers) {
        this.cases = cases;
        this.recipients = recipients;
        this.logins = logins;
        this.catalogue = catalogue;
        this.visits = visits;
        this.looks = looks;
        this.banners = banners;
        this.answers = answers;
    }

    private record Ours(EmailAddress mailbox, Brand brand) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problem.TYPE})
    @Operation(
            operationId = "mailbox",
            summary = "Tells what is known of a mailbox",
            description =
                    "Show it to nobody but its owner. A mailbox of yours of which nothing is known has empty lists.")
    @APIResponse(
            responseCode = "200",
            description = "What is known.",
            content = @Content(schema = @Schema(implementation = MailboxAnswer.class)))
    @APIResponse(responseCode = "404", description = "No address, or its domain is not served here.")
    public Response mailbox(@RestPath String address) {
        return ours(address, ours -> answers.json(answer(ours)));
    }

    private MailboxAnswer answer(Ours ours) {
        var recipient = recipients.find(ours.mailbox());
        return new MailboxAnswer(
                ours.mailbox().normalised(),
                ours.brand().timeline().cutOff().toString(),
                recipient.map(Recipient::code).map(CheckCode::display),
                recipient.flatMap(Recipient::lastLetter).map(Object::toString),
                cases.of(ours.mailbox()).stream().map(CaseAnswer::of).toList(),
                logins.devices(ours.mailbox()).stream()
                        .map(MailboxAnswer.SeenProgram::of)
                        .toList());
    }

    @GET
    @Path("banner")
    @Produces({MediaType.APPLICATION_JSON, Problem.TYPE})
    @Operation(
            operationId = "banner",
            summary = "Writes the notice for webmail and the portal",
            description = "In the language of Accept-Language. With “Accept: text/html” it is HTML to put into a page,"
                    + " or 204 where there is nothing to show.")
    @APIResponse(
            responseCode = "200",
            description = "The notice.",
            content = @Content(schema = @Schema(implementation = Banner.class)))
    @APIResponse(responseCode = "404", description = "No address, or its domain is not served here.")
    public Response banner(@Context HttpServerRequest request, @RestPath String address) {
        return ours(address, ours -> answers.json(banners.of(ours.mailbox(), frame(request, ours))));
    }

    @GET
    @Path("banner")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response part(@Context HttpServerRequest request, @RestPath String address) {
        return ours(address, ours -> {
            var frame = frame(request, ours);
            var banner = banners.of(ours.mailbox(), frame);
            var answer = banner.show() ? Response.ok(new Banner.BannerPart(frame, banner)) : Response.noContent();
            return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        });
    }

    private Response ours(String address, Function<Ours, Response> answer) {
        var ours = EmailAddress.parse(address)
                .flatMap(mailbox -> catalogue.brandOf(mailbox.domain()).map(brand -> new Ours(mailbox, brand)));
        return ours.map(answer)
                .orElseGet(() -> Problem.answer(404, "This is no address of a domain that is served here."));
    }

    /** Of the mailbox' own brand, whatever host was asked. */
    private Frame frame(HttpServerRequest request, Ours ours) {
        var language = visits.preferred(request);
        return new Frame(language, ours.brand(), looks.of(ours.brand()), "", "/" + language.toLanguageTag(), List.of());
    }
}
