package org.postlotse.web.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.VerdictWords;

/**
 * What the servers said.
 *
 * @param verdict of all of them together
 * @param blame who can do something about it
 * @param title in the reader's language
 * @param text what is the matter
 * @param next the one thing to do
 * @param servers each one's own answer
 */
@Schema(description = "What the servers said, and what to tell the customer.")
record CheckAnswer(
        @Schema(
                description = "Stable, such as working, wrong-password, service-not-booked.",
                examples = "wrong-password")
        String verdict,

        @Schema(
                description = "Who can do something about it.",
                enumeration = {"nobody", "customer", "hoster", "network"})
        String blame,

        @Schema(description = "In the language of Accept-Language, German or English.")
        String title,

        String text,

        @Schema(description = "The one thing that the customer does next.")
        String next,

        List<Server> servers) {

    /** One server's own answer. */
    @Schema(name = "CheckedServer")
    record Server(
            @Schema(enumeration = {"imap", "pop3", "smtp"}) String protocol,
            String host,
            @Schema(minimum = "1", maximum = "65535") int port,
            @Schema(enumeration = {"tls", "starttls"}) String security,
            String verdict,
            String blame,

            @Schema(description = "In the reader's language, a few words.")
            String words,

            @Schema(
                    description = "What the server itself said or its certificate says, on one line; may be empty."
                            + " It is anybody's text: escape it.")
            String said,

            long milliseconds) {}

    static CheckAnswer of(Diagnosis diagnosis, String login, Frame frame, Texts texts) {
        var headline = diagnosis.headline();
        var key = "verdict." + headline.kind();
        return new CheckAnswer(
                headline.kind(),
                headline.blame().key(),
                texts.get(frame, key + ".title"),
                texts.get(frame, key + ".text"),
                texts.get(frame, key + ".next").replace("{login}", login),
                diagnosis.findings().stream()
                        .map(finding -> server(finding, frame, texts))
                        .toList());
    }

    private static Server server(Finding finding, Frame frame, Texts texts) {
        var server = finding.server();
        var verdict = finding.verdict();
        return new Server(
                server.protocol().key(),
                server.host().name(),
                server.port().number(),
                server.security().key(),
                verdict.kind(),
                verdict.blame().key(),
                texts.get(frame, "verdict." + verdict.kind() + ".short"),
                VerdictWords.of(finding),
                finding.took().toMillis());
    }
}
