package org.postlotse.web.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Demonstration;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.SourceState;
import org.postlotse.dns.DnsRecord;
import org.postlotse.dns.DomainReport;
import org.postlotse.document.ServerTexts;
import org.postlotse.evidence.LogAdvice;
import org.postlotse.web.Frame;

/** The desk's pages: each a record whose template misses nothing, or the build fails. */
final class DeskPages {
    private static final String IN = "desk";

    private DeskPages() {}

    /** The way in; {@code complaint} is a key below {@code desk.log-in}, or empty. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LogIn(Frame frame, String name, String complaint, String minutes, Optional<Demonstration.Desk> demo)
            implements TemplateInstance {}

    /** Who reads may not always act. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Forbidden(Frame frame) implements TemplateInstance {}

    /** The mail servers, and what they showed when they were asked. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Servers(Frame frame, String name, List<ServerView> servers, boolean asked) implements TemplateInstance {}

    /** Files for the mail servers. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ServerAnswers(Frame frame, String name, List<ServerTexts.ServerFile> files) implements TemplateInstance {}

    /** What was read of the mail servers' logs, and what could not be. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Logs(Frame frame, String name, String since, List<LogView> sources) implements TemplateInstance {}

    /** Settings for the mail servers' logs. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LogSettings(Frame frame, String name, List<LogAdvice> servers) implements TemplateInstance {}

    /** Everything at one glance. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Overview(Frame frame, String name, boolean acts, SwitchView view) implements TemplateInstance {}

    /** Cases that fit what was asked for. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CaseList(Frame frame, String name, CaseFilter filter, CaseRows rows) implements TemplateInstance {}

    /** One mailbox; {@code said} is a key below {@code desk.mailbox.said}, or empty. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneMailbox(Frame frame, String name, MailboxView view, String said, ExcuseForm excuse)
            implements TemplateInstance {}

    /** What was typed to excuse a mailbox; {@code complaint} is a key below {@code desk.mailbox.excuse}, or empty. */
    record ExcuseForm(String reason, String until, String complaint) {
        static final ExcuseForm EMPTY = new ExcuseForm("", "", "");
    }

    /** The mailing's switch; {@code said} is a key below {@code desk.campaign.said}, or empty. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Campaign(
            Frame frame,
            String name,
            boolean acts,
            ControlView view,
            String said,
            WaveForm form,
            List<ControlView.Lost> lost,
            List<String> kinds)
            implements TemplateInstance {}

    /** What would go out in a wave. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Plan(Frame frame, String name, boolean acts, WaveForm form, ControlView.Plan plan)
            implements TemplateInstance {}

    /** Other systems that are told of changes; {@code again} where somebody has just had them tried. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Webhooks(Frame frame, String name, boolean again, List<HookPages.Row> rows) implements TemplateInstance {}

    /** What was done at the desk; {@code older} is a query, or empty. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Deeds(Frame frame, String name, List<DeedRow> rows, String older) implements TemplateInstance {}

    /** The way to every domain; {@code complaint} is a key below {@code desk.domains}, or empty. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Domains(
            Frame frame, String typed, String complaint, List<Domain> listed, int more, List<SourceState> sources)
            implements TemplateInstance {}

    /** What one domain needs in DNS and, after a look, what is there. */
    @CheckedTemplate(basePath = IN, defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneDomain(Frame frame, Domain domain, List<DnsRecord> records, String zone, Optional<DomainReport> report)
            implements TemplateInstance {}
}
