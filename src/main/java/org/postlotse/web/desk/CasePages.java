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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseBoard;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** The list of cases. Support staff sees masked addresses in it, and finds a mailbox by typing its address. */
@Path("{language}/desk/cases")
@RunOnVirtualThread
@RolesAllowed(Role.Names.SUPPORT)
class CasePages {
    static final String HERE = DeskPath.DESK + "/cases";
    private static final int PAGE = 50;

    private final Visits visits;
    private final Clerk clerk;
    private final CaseBoard board;
    private final MailboxLinks links;
    private final Catalogue catalogue;

    @Inject
    CasePages(Visits visits, Clerk clerk, CaseBoard board, MailboxLinks links, Catalogue catalogue) {
        this.visits = visits;
        this.clerk = clerk;
        this.board = board;
        this.links = links;
        this.catalogue = catalogue;
    }

    @GET
    public TemplateInstance list(
            @Context HttpServerRequest request,
            @QueryParam("state") @Nullable String state,
            @QueryParam("weakness") @Nullable String weakness,
            @QueryParam("domain") @Nullable String domain,
            @QueryParam("q") @Nullable String sealed,
            @QueryParam("after") @Nullable String after) {
        var frame = visits.ofPage(request).frame();
        var filter = CaseFilter.of(new CaseFilter.Typed(state, weakness, domain, sealed), links);
        var place = after == null ? CaseBoard.Place.BEGINNING : place(links.openSearch(after));
        var found = board.page(filter.wanted(), place, PAGE + 1);
        var numbers = new Numbers(frame.language(), catalogue.zone());
        return new DeskPages.CaseList(
                frame,
                clerk.who(),
                filter,
                new CaseRows(
                        numbers.of(board.count(filter.wanted())),
                        found.stream().limit(PAGE).map(one -> row(one, numbers)).toList(),
                        next(filter, found),
                        after == null ? "" : filter.query()));
    }

    /** An address is typed in a form's body, so that it stands in no log. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response search(@Context HttpServerRequest request, @RestForm("address") Optional<String> typed) {
        var home = visits.ofPage(request).frame().home();
        var text = typed.map(String::strip).orElse("");
        var path = EmailAddress.parse(text)
                .map(mailbox -> MailboxPages.HERE + "/" + links.seal(new MailboxLinks.Asked(mailbox, true)))
                .orElseGet(() -> HERE + (text.isEmpty() ? "" : "?q=" + links.sealSearch(text)));
        return Response.seeOther(URI.create(home + path)).build();
    }

    private CaseRows.Row row(Case one, Numbers numbers) {
        var asked = new MailboxLinks.Asked(one.mailbox(), false);
        return new CaseRows.Row(
                asked.shown(clerk.operator()),
                links.seal(asked),
                one.state().key(),
                one.weakness(),
                numbers.moment(one.since()),
                numbers.moment(one.lastInsecure()));
    }

    private String next(CaseFilter filter, List<Case> found) {
        if (found.size() <= PAGE) return "";
        var place = CaseBoard.Place.behind(found.get(PAGE - 1));
        var query = filter.query();
        return query + (query.length() > 1 ? "&" : "") + "after="
                + links.sealSearch(place.mailbox() + " " + place.weakness());
    }

    private static CaseBoard.Place place(String text) {
        int blank = text.lastIndexOf(' ');
        return blank < 0
                ? CaseBoard.Place.BEGINNING
                : new CaseBoard.Place(text.substring(0, blank), text.substring(blank + 1));
    }
}
