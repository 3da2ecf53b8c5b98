package org.postlotse.web.api;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.postlotse.campaign.Case;

/**
 * A case as programs read it.
 *
 * @param since when it came to its state
 */
@Schema(description = "One mailbox and one reason why its programs will not be let in any more.")
record CaseAnswer(
        @Schema(examples = "erika@example.org") String mailbox,

        @Schema(enumeration = {"no-encryption", "obsolete-tls", "old-method", "old-host"})
        String weakness,

        @Schema(
                enumeration = {
                    "open",
                    "warned",
                    "opened",
                    "in-progress",
                    "proven",
                    "fixed",
                    "relapsed",
                    "refused",
                    "excused",
                    "muted"
                })
        String state,

        @Schema(format = "date-time", description = "When it came to its state.")
        String since,

        @Schema(format = "date-time") String opened,

        @Schema(
                format = "date-time",
                description = "The latest insecure log-in; a later one may have come within the hour.")
        String lastInsecure,

        @Schema(description = "How often it was insecure again.")
        int relapses,

        @Schema(description = "Why it is left alone; null where it is not.")
        Optional<Excuse> excuse) {

    /** Why it is left alone. */
    @Schema(name = "CaseExcuse")
    record Excuse(String reason, @Schema(format = "date") String until) {}

    static CaseAnswer of(Case one) {
        return new CaseAnswer(
                one.mailbox().normalised(),
                one.weakness(),
                one.state().key(),
                one.since().toString(),
                one.opened().toString(),
                one.lastInsecure().toString(),
                one.relapses(),
                one.excuse()
                        .map(excuse ->
                                new Excuse(excuse.reason(), excuse.until().toString())));
    }

    /** A page of them. */
    @Schema(name = "CasePage", description = "A page of cases, in the order of their mailboxes.")
    record Page(
            List<CaseAnswer> cases,

            @Schema(description = "For “after” of the next page; null on the last one.")
            Optional<String> next) {}
}
