package org.postlotse.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postlotse.evidence.Sightings.CLEAR_TEXT;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.FailedAttempt;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Sightings;
import org.postlotse.evidence.Trouble;
import org.postlotse.store.SecondNode;
import org.postlotse.support.Needs;
import org.postlotse.support.PostgresHoster;
import org.postlotse.support.RealPart;

/** A log-in that one node reads is on a page that another node serves within a second. */
@Needs(RealPart.POSTGRESQL)
@QuarkusTest
@QuarkusTestResource(value = PostgresHoster.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init") // the container fills the fields in
class LiveWatchTest {
    private static final String DONE = "class=\"done\"";
    private static final String SEEN = "class=\"seen\"";

    @TestHTTPResource("/")
    URI address;

    /** Also asked for where another test runs, and no such database is. */
    @ConfigProperty(name = "postlotse.database.url")
    Optional<String> database;

    @Inject
    Trail trail;

    @Inject
    Event<ShutdownDelayInitiatedEvent> ending;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final String mailbox = "anna" + System.nanoTime() + "@example.test";

    @Test
    void what_another_node_reads_is_shown_within_a_second() throws Exception {
        try (var reader = SecondNode.at(database.orElseThrow(), Clock.systemUTC());
                var events = live()) {
            assertThat(next(events)).contains("Empfang", "Versand", "Noch nichts gesehen");
            login(reader, LoginProtocol.IMAP, "127.0.0.1");
            long kept = System.nanoTime();
            var half = next(events);
            var took = Duration.ofNanos(System.nanoTime() - kept);
            System.out.printf("a page of another node shows a log-in after %s%n", took);
            assertThat(took).isLessThan(Duration.ofSeconds(1));
            assertThat(half).containsOnlyOnce(DONE).containsPattern("Erledigt um \\d{1,2}:\\d\\d Uhr");

            login(reader, LoginProtocol.SMTP, "127.0.0.1");
            assertThat(next(events)).contains("Geschafft: Dieses Gerät ist umgestellt");
        }
    }

    @Test
    void a_log_in_from_elsewhere_is_told_without_saying_whose_it_is() throws Exception {
        try (var reader = SecondNode.at(database.orElseThrow(), Clock.systemUTC());
                var events = live()) {
            next(events);
            login(reader, LoginProtocol.IMAP, "203.0.113.20");
            assertThat(next(events))
                    .contains(SEEN, "verschlüsselt gesehen", "Internet-Adresse: 203.0.113.20")
                    .doesNotContain(DONE);
            login(reader, LoginProtocol.SMTP, "203.0.113.20");
            assertThat(next(events))
                    .contains("Geschafft: Empfang und Versand sind verschlüsselt", "Haben Sie eben")
                    .doesNotContain("Dieses Gerät ist umgestellt");
        }
    }

    @Test
    void another_program_that_still_comes_the_old_way_is_named() throws Exception {
        try (var reader = SecondNode.at(database.orElseThrow(), Clock.systemUTC());
                var events = live()) {
            next(events);
            var tablet = new Fingerprint(LoginProtocol.IMAP, Encryption.NONE, "", "CRAM-MD5", "", "iPad Mail");
            reader.keep(
                    Sightings.of(mailbox, tablet, "203.0.113.9", Instant.now().toString()));
            next(events);
            reader.keep(Sightings.of(
                    mailbox, CLEAR_TEXT, "203.0.113.9", Instant.now().toString()));
            assertThat(next(events)).contains("das seinen Namen nicht nennt");
            login(reader, LoginProtocol.IMAP, "127.0.0.1");

            assertThat(next(events))
                    .contains(DONE, "kommen noch auf die alte Art", "Vermutlich Mail auf iPhone")
                    .doesNotContain("das seinen Namen nicht nennt"); // one without a name has taken its place
        }
    }

    @Test
    void a_page_that_watches_does_not_hold_up_the_end() throws Exception {
        try (var events = live()) {
            next(events);
            ending.fire(new ShutdownDelayInitiatedEvent());

            long told = System.nanoTime();
            while (events.readLine() != null) Thread.onSpinWait();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_program_that_is_not_let_in_is_helped_while_it_tries() throws Exception {
        try (var reader = SecondNode.at(database.orElseThrow(), Clock.systemUTC());
                var events = live()) {
            assertThat(next(events)).doesNotContain("kam gerade nicht durch");
            fail(reader, "203.0.113.20", Trouble.CLEAR_TEXT_TO_TLS); // somebody else's
            fail(reader, "127.0.0.1", Trouble.CERTIFICATE_REFUSED);
            long kept = System.nanoTime();
            var certificate = next(events);
            assertThat(Duration.ofNanos(System.nanoTime() - kept)).isLessThan(Duration.ofSeconds(1));
            assertThat(certificate)
                    .contains("Ein Programm kam gerade nicht durch", "Meist steht im Programm ein anderer Server-Name")
                    .doesNotContain("Dieser Port geht nur mit SSL/TLS");

            fail(reader, "127.0.0.1", Trouble.CLEAR_TEXT_TO_TLS);
            assertThat(next(events)).contains("Dieser Port geht nur mit SSL/TLS", "anderer Server-Name");

            login(reader, LoginProtocol.IMAP, "127.0.0.1");
            assertThat(next(events)).contains(DONE).doesNotContain("kam gerade nicht durch");
        }
    }

    private static void fail(SecondNode reader, String address, Trouble trouble) {
        reader.keep(new FailedAttempt(Instant.now(), LoginProtocol.IMAP, address, trouble));
    }

    @Test
    void without_script_the_page_is_whole_and_has_a_way_to_look_again() throws Exception {
        try (var reader = SecondNode.at(database.orElseThrow(), Clock.systemUTC())) {
            login(reader, LoginProtocol.IMAP, "127.0.0.1");
        }
        var page = browser.send(HttpRequest.newBuilder(watch("")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.body()).contains("Erledigt um", "Jetzt noch einmal nachsehen", "data-live=\"watch/live\"");
    }

    @Test
    void who_did_not_come_by_a_letter_is_told_nothing() throws Exception {
        var stranger = Journey.begin().of(EmailAddress.parse(mailbox).orElseThrow());
        var answer = browser.send(
                HttpRequest.newBuilder(address.resolve("/de/s/" + trail.sealed(stranger) + "/watch/live"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(410);
    }

    private void login(SecondNode reader, LoginProtocol protocol, String from) {
        var how = new Fingerprint(protocol, Encryption.TLS, "", "PLAIN", "", "");
        reader.keep(Sightings.of(mailbox, how, from, Instant.now().toString()));
    }

    private BufferedReader live() throws Exception {
        var answer = browser.send(
                HttpRequest.newBuilder(watch("/live"))
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private URI watch(String more) {
        return address.resolve("/de/s/" + sealed() + "/watch" + more);
    }

    private String sealed() {
        var journey = Journey.begin()
                .of(EmailAddress.parse(mailbox).orElseThrow())
                .vouched(Instant.now().minusSeconds(2));
        return trail.sealed(journey);
    }

    /** What the next event shows; those that only say that somebody is there are passed over. */
    private static String next(BufferedReader events) throws Exception {
        while (true) {
            var line = events.readLine();
            if (line == null) throw new AssertionError("the stream has ended");
            if (!line.startsWith("data:")) continue;
            var html = new ObjectMapper().readValue(line.substring(5), String.class);
            if (!html.isEmpty()) return html;
        }
    }
}
