package org.postlotse.web.wizard;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.probe.Attempt;
import org.postlotse.probe.Credentials;
import org.postlotse.probe.Finding;
import org.postlotse.web.Checks;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.Visit;
import org.postlotse.web.wizard.Pages.Complaint;

/** Takes one filled form, asks for the check, and finds the page to answer with. */
@Singleton
class CheckDesk {
    private final Catalogue catalogue;
    private final Checks checks;
    private final Course course;
    private final Trail trail;
    private final OtherBrands elsewhere;
    private final Texts texts;
    private final Clock clock;

    @Inject
    CheckDesk(
            Catalogue catalogue,
            Checks checks,
            Course course,
            Trail trail,
            OtherBrands elsewhere,
            Texts texts,
            Clock clock) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.course = course;
        this.trail = trail;
        this.elsewhere = elsewhere;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Who came with a form.
     *
     * @param visit the request
     * @param journey what was answered before
     * @param token for the form, should it be shown again
     * @param proven whether the form is known to come from our page
     */
    record Asked(Visit visit, Journey journey, String token, boolean proven) {
        Frame frame() {
            return visit.frame();
        }

        Asked of(EmailAddress mailbox) {
            return new Asked(visit, journey.of(mailbox), token, proven);
        }
    }

    /** The empty form. */
    TemplateInstance form(Asked asked) {
        return form(asked, typed(asked.journey()), Complaint.none());
    }

    /** Answers a form, and tells the servers' answers so far whenever there is one more; does not close the secret. */
    Reply answer(Asked asked, CheckForm form, Consumer<List<ServerAnswer>> heard) {
        if (!asked.proven()) return Reply.forbidden(again(asked, form, new Complaint("password", "form-stale", "")));
        return switch (TypedAddress.read(form.mailbox(), "mailbox", catalogue)) {
            case TypedAddress.Wrong wrong -> Reply.unprocessable(again(asked, form, wrong.complaint()));
            case TypedAddress.Ours ours
            when elsewhere.isElse(asked.frame(), ours.mailbox()) ->
                Reply.ok(elsewhere.page(asked.frame(), asked.journey().of(ours.mailbox()), "check"));
            case TypedAddress.Ours _
            when form.password().isEmpty() ->
                Reply.unprocessable(again(asked, form, new Complaint("password", "password-empty", "")));
            case TypedAddress.Ours ours -> check(asked.of(ours.mailbox()), ours.mailbox(), form, heard);
        };
    }

    private Reply check(Asked asked, EmailAddress mailbox, CheckForm form, Consumer<List<ServerAnswer>> heard) {
        var credentials = new Credentials(
                        mailbox, form.loginName(), form.password().orElseThrow())
                .from(asked.visit().network());
        var attempt =
                new Attempt(mailbox, asked.visit().network(), asked.journey().standing());
        return switch (checks.check(attempt, credentials, whileAsking(mailbox, heard))) {
            case Checks.Answer.Later later -> Reply.tooMany(wait(asked, later.pause()), later.pause());
            case Checks.Answer.Checked checked ->
                Reply.ok(new Pages.Result(
                        asked.frame(),
                        Outcome.of(checked.diagnosis(), checked.login(mailbox)),
                        mailbox.display(),
                        new Pages.After(
                                to(asked, "check"),
                                done(asked, checked.diagnosis().allWorking()),
                                to(asked, "settings"))));
        };
    }

    private Consumer<Finding> whileAsking(EmailAddress mailbox, Consumer<List<ServerAnswer>> heard) {
        var servers = catalogue.offer(mailbox).orElseThrow().servers();
        var findings = new ArrayList<Finding>();
        return finding -> {
            findings.add(finding);
            heard.accept(ServerAnswer.soFar(servers, findings));
        };
    }

    private TemplateInstance wait(Asked asked, Duration pause) {
        long minutes = pause.plusSeconds(59).toMinutes();
        var at = clock.instant().plus(pause).plusSeconds(59);
        var time = DateTimeFormatter.ofPattern(
                        texts.get(asked.frame(), "format.time"), asked.frame().language())
                .format(at.atZone(catalogue.zone()));
        return new Pages.Wait(asked.frame(), Long.toString(minutes), time, to(asked, "done"));
    }

    private TemplateInstance again(Asked asked, CheckForm form, Complaint complaint) {
        return form(asked, form.mailbox().orElse(""), complaint);
    }

    private TemplateInstance form(Asked asked, String mailbox, Complaint complaint) {
        var ways = new Pages.CheckWays(to(asked, course.beforeTheCheck(asked.journey())), done(asked, true));
        return new Pages.Check(asked.frame(), new Pages.Filled(mailbox, asked.token()), complaint, ways);
    }

    /** Who comes here has all steps behind them; what the servers refused still waits to be mended. */
    private String done(Asked asked, boolean finished) {
        var journey = finished ? asked.journey().finished() : asked.journey();
        return trail.to(asked.frame(), journey, "done");
    }

    private String to(Asked asked, String page) {
        return trail.to(asked.frame(), asked.journey(), page);
    }

    private static String typed(Journey journey) {
        return journey.mailbox().map(EmailAddress::display).orElse("");
    }
}
