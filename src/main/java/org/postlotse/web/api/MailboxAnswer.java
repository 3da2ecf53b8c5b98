package org.postlotse.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.Weakness;

/**
 * One mailbox, as the hoster's portal shows it to its owner.
 *
 * @param code of its letters; null before the first
 * @param lastLetter when one was sent last; null before the first
 */
@Schema(description = "What is known of one mailbox.")
record MailboxAnswer(
        String mailbox,
        @Schema(format = "date") String cutOff,

        @Schema(
                description =
                        "Stands in every letter to it; show it to its owner, who then knows that the letter is yours.")
        Optional<String> code,

        @Schema(format = "date-time") Optional<String> lastLetter,

        List<CaseAnswer> cases,
        List<SeenProgram> programs) {

    /** A program of the mailbox. */
    @Schema(name = "SeenProgram")
    record SeenProgram(
            @Schema(description = "What it calls itself; anybody's text: escape it. Empty where it tells nothing.")
            String name,

            @Schema(enumeration = {"imap", "pop3", "smtp", "sieve"})
            String protocol,

            @Schema(enumeration = {"tls", "none", "unknown"})
            String encryption,

            @Schema(description = "Null for one that may stay.")
            Optional<String> weakness,

            @Schema(format = "date-time") String first,
            @Schema(format = "date-time") String last,
            long logins) {
        static SeenProgram of(Device device) {
            var how = device.fingerprint();
            return new SeenProgram(
                    how.client(),
                    how.protocol().name().toLowerCase(Locale.ROOT),
                    how.encryption().name().toLowerCase(Locale.ROOT),
                    how.weakness().map(Weakness::key),
                    device.first().toString(),
                    device.last().toString(),
                    device.logins());
        }
    }
}
