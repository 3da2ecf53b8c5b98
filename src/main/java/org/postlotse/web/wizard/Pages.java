package org.postlotse.web.wizard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Demonstration;
import org.postlotse.catalogue.Offer;
import org.postlotse.guide.FilledStep;
import org.postlotse.web.Frame;

/** The wizard's pages: each a record whose template misses nothing, or the build fails. */
final class Pages {
    private static final String IN = "wizard";

    private Pages() {}

    /** The switch is announced: what, when, why, and where to begin. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Start(Frame frame, Announcement announcement, Links links, Optional<Demonstration> demo)
            implements TemplateInstance {}

    /** Ways from the start, and the address that people type to come here. */
    record Links(String begin, String check, String now, String typed) {}

    /** “Which mailbox?” */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Mailbox(Frame frame, String typed, Complaint complaint, String skip) implements TemplateInstance {}

    /**
     * What is wrong with what was typed.
     *
     * @param field its id on the page; empty when nothing is wrong
     * @param text its key below {@code complaint}
     * @param value what the text's placeholder is filled with; may be empty
     */
    record Complaint(String field, String text, String value) {
        static Complaint none() {
            return new Complaint("", "", "");
        }

        public boolean present() {
            return !field.isEmpty();
        }

        public boolean on(String other) {
            return field.equals(other);
        }
    }

    /** A question with tiles to choose from; {@code about} is empty before a program is known. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Choice(Frame frame, String question, List<Tile> tiles, Optional<About> about, String back)
            implements TemplateInstance {}

    /** The program that a question is about, and where to choose another one. */
    record About(String program, String href) {}

    /**
     * One answer to choose.
     *
     * @param words what it says
     * @param hint one more sentence; may be empty
     * @param badge what marks it, such as a guess; may be empty
     * @param href where it leads
     */
    record Tile(String words, String hint, String badge, String href) {}

    /** One step of a guide. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Step(Frame frame, String program, Position position, FilledStep step, Ways ways)
            implements TemplateInstance {}

    /** Which step of how many; the check counts as the last one. */
    record Position(int number, int of) {}

    /** Where a step leads. */
    record Ways(String back, String next, Aside aside, ProgramLanguage language, Optional<Download> download) {}

    /** A profile to download; {@code without} is where to go when nothing happens then, empty where that can not be. */
    record Download(Optional<String> file, Optional<String> without) {}

    /** Where a step leads those who do not go straight on. */
    record Aside(String settings, String other, String elsewhere, String sheet) {}

    /** “Another program”: six words to look for. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Other(Frame frame, Offer offer, Login login, String next, String back) implements TemplateInstance {}

    /** Printers, scanners, routers and websites: only the sending half. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sender(Frame frame, Offer offer, Login login, String next, String back) implements TemplateInstance {}

    /** The check's form. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(Frame frame, Filled filled, Complaint complaint, CheckWays ways) implements TemplateInstance {}

    /** Where the check's form leads those who do not fill it in. */
    record CheckWays(String back, String next) {}

    /** What stands in the check's form; {@code token} is empty where the browser needs none. */
    record Filled(String mailbox, String token) {}

    /** What the check found. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Result(Frame frame, Outcome outcome, String mailbox, After after) implements TemplateInstance {}

    /** Ways on from a result. */
    record After(String again, String done, String settings) {}

    /** The servers' answers so far, a part of a page. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Answers(Frame frame, List<ServerAnswer> answers) implements TemplateInstance {}

    /** The form asks to wait. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Wait(Frame frame, String minutes, String time, String done) implements TemplateInstance {}

    /** The mailbox is one of another brand of the hoster; the way leads on there. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OtherBrand(Frame frame, String mailbox, String name, String host, String href) implements TemplateInstance {}

    /** “Have you got one more device?” */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Done(Frame frame, TaskList list, DoneWays ways) implements TemplateInstance {}

    /** Ways on from the list of devices. */
    record DoneWays(String again, String sheet, String elsewhere) {}

    /** "What do you have now?": the form, and what came of it. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Now(
            Frame frame,
            NowView.Form form,
            Complaint complaint,
            Optional<NowView.Result> result,
            String settings,
            String action)
            implements TemplateInstance {}

    /** All values at one glance. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Settings(Frame frame, Overview overview, String begin, String now, String sheet, Shortcuts shortcuts)
            implements TemplateInstance {}

    /** Ways that spare typing; {@code android} is empty where no address is known. */
    record Shortcuts(Optional<String> android, String profiles) {}

    /** The code for Thunderbird for Android; none for an address that the app refuses. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Android(Frame frame, String mailbox, Optional<String> code, String file, String back)
            implements TemplateInstance {}

    /** On with another device: first asked, then with a code. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Elsewhere(Frame frame, Optional<Ticket> ticket, String action, String back) implements TemplateInstance {}

    /**
     * What leads another device here.
     *
     * @param code to type there
     * @param typed the address to type it at
     * @param picture both in one, to be scanned
     * @param minutes how long it is good for
     */
    record Ticket(String code, String typed, RawString picture, String minutes) {}

    /** The code from the other device is typed. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Arrival(Frame frame, String typed, Complaint complaint) implements TemplateInstance {}

    /** All steps to print; {@code busy} when the PDF has to wait. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Sheet(Frame frame, Printed printed, RawString picture, SheetWays ways, boolean busy)
            implements TemplateInstance {}

    /** Where a sheet leads. */
    record SheetWays(String pdf, String back) {}

    /** The same as a page of its own, for the press: well-formed, with a picture's {@code data:} address. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Paper(Frame frame, Printed printed, String picture) implements TemplateInstance {}

    /** An Apple profile for several mailboxes. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Profile(
            Frame frame, ProfileForm form, Complaint complaint, boolean calendars, boolean contacts, ProfileWays ways)
            implements TemplateInstance {}

    /** Where the profile's form leads, and whether devices will trust what comes. */
    record ProfileWays(String action, String back, boolean signed) {}

    /** “Is the e-mail about it really from us?” */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Real(Frame frame, String typed) implements TemplateInstance {}

    /** What is going on, in sentences that everybody understands. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Easy(Frame frame, Announcement announcement, String begin) implements TemplateInstance {}

    /** For whom these pages work, what is known not to, and who hears complaints. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Accessibility(Frame frame) implements TemplateInstance {}

    /** The address of the page can not be read any more. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Expired(Frame frame, String begin) implements TemplateInstance {}

    /** What a letter was about. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Warning(Frame frame, String mailbox, String code, List<SeenDevice> seen, WarningWays ways, String lastCall)
            implements TemplateInstance {}

    /** Where a letter's page leads. */
    record WarningWays(String begin, String mute, String stranger) {}

    /** The check code of a letter is typed. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WarningCode(Frame frame, String typed, Complaint complaint) implements TemplateInstance {}

    /** A link that nobody made. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WarningForged(Frame frame, String type) implements TemplateInstance {}

    /** No more reminders. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WarningMuted(Frame frame, String lastCall, String back) implements TemplateInstance {}

    /** A device that the customer does not know. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WarningStranger(Frame frame, String back) implements TemplateInstance {}

    /** What the logs show of the mailbox right now. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Watch(Frame frame, String mailbox, Watched watched, WatchWays ways) implements TemplateInstance {}

    /** Where the page that watches leads. */
    record WatchWays(String back, String again, String compare, String check, String done) {}

    /** The part of it that changes. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WatchState(Frame frame, Watched watched, WatchWays ways) implements TemplateInstance {}
}
