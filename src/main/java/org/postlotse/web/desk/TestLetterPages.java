package org.postlotse.web.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.postlotse.campaign.LetterKind;
import org.postlotse.campaign.TestLetters;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.Role;
import org.postlotse.web.Visits;

/** A letter to oneself, as a mailbox would get it; to the hoster's own mailboxes only: letters to others are no test. */
@Path("{language}/desk/campaign/test-letter")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OPERATOR)
class TestLetterPages {
    private final Visits visits;
    private final Clerk clerk;
    private final TestLetters letters;
    private final Catalogue catalogue;

    @Inject
    TestLetterPages(Visits visits, Clerk clerk, TestLetters letters, Catalogue catalogue) {
        this.visits = visits;
        this.clerk = clerk;
        this.letters = letters;
        this.catalogue = catalogue;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @Context HttpServerRequest request,
            @RestForm("mailbox") Optional<String> mailbox,
            @RestForm("to") Optional<String> to,
            @RestForm("kind") Optional<String> kind) {
        var frame = visits.ofPage(request).frame();
        var reader = to.flatMap(EmailAddress::parse)
                .filter(address -> catalogue.brandOf(address.domain()).isPresent());
        var about = mailbox.filter(text -> !text.isBlank())
                .flatMap(EmailAddress::parse)
                .or(() -> reader);
        boolean sent = reader.isPresent()
                && about.isPresent()
                && send(new TestLetters.Wanted(
                        about.get(),
                        reader.get(),
                        kind.flatMap(LetterKind::of).orElse(LetterKind.FIRST),
                        frame.language()));
        return clerk.back(request, CampaignPages.HERE, sent ? "test-sent" : "test-failed");
    }

    private boolean send(TestLetters.Wanted wanted) {
        clerk.note(
                AuditTrail.Kind.TEST_LETTER,
                wanted.mailbox().normalised(),
                wanted.kind().key() + " → " + wanted.to().normalised());
        return letters.send(wanted);
    }
}
