package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.journey.DemoHoster;
import org.postlotse.probe.Diagnosis;
import org.postlotse.probe.Finding;
import org.postlotse.probe.SeenCertificate;
import org.postlotse.probe.Stage;
import org.postlotse.probe.Verdict;
import org.postlotse.web.Assets;
import org.postlotse.web.Frame;
import org.postlotse.web.Texts;
import org.postlotse.web.look.Look;

/** The page of every verdict, in every language: what happened, whose fault it is, and the one thing to do. */
@QuarkusTest
@TestProfile(DemoHoster.class)
class VerdictPagesTest {
    private static final Server IMAP =
            new Server(Protocol.IMAP, new Host("mail.example.org"), new Port(993), ConnectionSecurity.TLS);
    private static final SeenCertificate SEEN = new SeenCertificate(
            "CN=<b>mail</b>", List.of("mail.example.org"), "CN=Authority", Instant.EPOCH, Instant.EPOCH);

    @Inject
    Catalogue catalogue;

    @Inject
    Texts texts;

    @Inject
    Assets assets;

    /** Whose fault: the key of {@code result.fault}. */
    record Row(Verdict verdict, String fault) {
        @Override
        public String toString() {
            return verdict.kind() + ": " + fault;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(new Verdict.Working(), "nobody"),
                new Row(new Verdict.WrongPassword(), "customer"),
                new Row(new Verdict.WrongLoginName("erika@example.org"), "customer"),
                new Row(new Verdict.AccountDisabled(), "hoster"),
                new Row(new Verdict.PasswordExpired(), "customer"),
                new Row(new Verdict.AppPasswordNeeded(), "customer"),
                new Row(new Verdict.ServiceNotBooked(Protocol.POP3), "nobody"),
                new Row(new Verdict.TooManyAttempts(), "nobody"),
                new Row(new Verdict.TemporarilyDown(), "hoster"),
                new Row(new Verdict.EncryptionMissing(), "hoster"),
                new Row(new Verdict.PlaintextRefused(), "hoster"),
                new Row(new Verdict.MechanismMissing(), "hoster"),
                new Row(new Verdict.CertificateExpired(SEEN), "hoster"),
                new Row(new Verdict.CertificateNotYetValid(SEEN), "hoster"),
                new Row(new Verdict.CertificateWrongHost(SEEN), "hoster"),
                new Row(new Verdict.CertificateUntrusted(SEEN), "hoster"),
                new Row(new Verdict.CertificateIncomplete(SEEN), "hoster"),
                new Row(new Verdict.CertificateWeakKey(SEEN), "hoster"),
                new Row(new Verdict.TlsTooOld(), "hoster"),
                new Row(new Verdict.TlsBroken(), "hoster"),
                new Row(new Verdict.NameUnknown(), "hoster"),
                new Row(new Verdict.Unreachable(), "hoster"),
                new Row(new Verdict.Silent(Stage.CONNECT), "network"),
                new Row(new Verdict.Silent(Stage.LOGIN), "hoster"),
                new Row(new Verdict.ProtocolBroken(Stage.GREETING), "hoster"),
                new Row(new Verdict.Puzzling(), "nobody"),
                new Row(new Verdict.Busy(), "nobody"),
                new Row(new Verdict.Unwelcome(Instant.EPOCH), "hoster"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void tells_what_happened_whose_fault_it_is_and_what_to_do(Row row) {
        for (var language : texts.languages()) {
            var frame = frame(language);
            var html = page(frame, row.verdict());
            var words = words(html);
            var key = "verdict." + row.verdict().kind();

            assertThat(html).startsWith("<!doctype html>").contains("lang=\"" + language.toLanguageTag() + "\"");
            assertThat(words)
                    .as(language + " " + row)
                    .contains(texts.get(frame, key + ".title"))
                    .contains(texts.get(frame, key + ".text"))
                    .contains(texts.get(frame, key + ".next").replace("{login}", "erika@example.org"))
                    .doesNotContain("{", "}");
            if (!row.verdict().works())
                assertThat(words)
                        .contains(words(texts.get(frame, key + ".short") + ". "
                                + texts.get(frame, "result.fault." + row.fault())));
            assertThat(words.contains(texts.get(frame, "result.blame.hoster")))
                    .isEqualTo(row.fault().equals("hoster"));
            // who can mend it is led back to the form, everybody else onwards
            assertThat(html.indexOf("href=\"/again\"") < html.indexOf("href=\"/done\""))
                    .isEqualTo(row.fault().equals("customer"));
        }
    }

    @Test
    void there_is_a_row_for_every_verdict() {
        assertThat(rows().map(row -> (Object) row.verdict().getClass()).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Verdict.class.getPermittedSubclasses()));
    }

    /** A certificate's words are what it says; whoever typed a wrong password learns nothing of the mailbox. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void shows_the_servers_own_words_folded_and_escaped(Row row) {
        var html = page(frame(Locale.GERMAN), row.verdict());
        var fold = "<details><summary>Was der Server wörtlich sagt</summary><code dir=\"ltr\" translate=\"no\">";

        if (row.verdict().works() || row.verdict().refusesCredentials())
            assertThat(html).doesNotContain("<details>", "moon");
        else if (row.verdict().kind().startsWith("certificate"))
            assertThat(html).contains(fold + "CN=&lt;b&gt;mail&lt;/b&gt;; mail.example.org; CN=Authority; 1970-01-01");
        else assertThat(html).contains(fold + "&lt;b&gt;moon&lt;/b&gt;&lt;script&gt; [2J Bcc: all</code></details>");
    }

    private static String page(Frame frame, Verdict verdict) {
        return page(frame, verdict, "<b>moon</b><script>\u001b[2J\r\nBcc: all\u202e");
    }

    static String page(Frame frame, Verdict verdict, String said) {
        var finding = new Finding(IMAP, verdict, said, Duration.ZERO, Optional.empty());
        return new Pages.Result(
                        frame,
                        Outcome.of(new Diagnosis(List.of(finding)), "erika@example.org"),
                        "erika@example.org",
                        new Pages.After("/again", "/done", "/settings"))
                .render();
    }

    private Frame frame(Locale language) {
        return frame(language, catalogue, assets);
    }

    static Frame frame(Locale language, Catalogue catalogue, Assets assets) {
        var usual = new Look(Optional.empty(), Optional.empty(), Optional.empty());
        var home = "/" + language.toLanguageTag();
        return new Frame(language, catalogue.brands().getFirst(), usual, assets.path(), home, List.of());
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]+>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
