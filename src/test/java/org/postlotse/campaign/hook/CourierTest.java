package org.postlotse.campaign.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.catalogue.EmailAddress;

/** What a receiver gets, and how often. */
class CourierTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Got> got = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final Waiting waiting = new Waiting();
    private HttpServer receiver = server();
    private Courier courier = new Courier(List.of(), waiting, Clock.systemUTC());

    private record Got(String path, Map<String, String> headers, String body) {}

    @BeforeEach
    void start() {
        receiver.createContext("/", exchange -> {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(",", values)));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            got.add(new Got(exchange.getRequestURI().toString(), headers, body));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.poll(), -1);
            exchange.close();
        });
        receiver.start();
        var url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?a=b");
        courier = new Courier(List.of(Hook.of("crm", url, SECRET)), waiting, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void a_change_arrives_signed_so_that_the_receiver_can_check_it() throws Exception {
        waiting.add(1, Optional.of(CaseState.OPEN), CaseState.WARNED);

        assertThat(courier.round()).isEqualTo(1);

        var message = got.getFirst();
        assertThat(message.path()).isEqualTo("/hook?a=b");
        assertThat(message.body())
                .isEqualTo("{\"type\":\"case.changed\",\"timestamp\":\"2026-11-23T11:00:00Z\",\"data\":{\"number\":1,"
                        + "\"mailbox\":\"anna@example.test\",\"weakness\":\"no-encryption\","
                        + "\"from\":\"open\",\"to\":\"warned\"}}");
        var id = message.headers().get("webhook-id");
        var seconds = message.headers().get("webhook-timestamp");
        assertThat(seconds).isEqualTo(Long.toString(NOW.getEpochSecond()));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        var right = mac.doFinal((id + "." + seconds + "." + message.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(message.headers().get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(right));
    }

    @Test
    void an_opened_case_was_in_no_state_before() throws Exception {
        waiting.add(1, Optional.empty(), CaseState.OPEN);

        courier.round();

        assertThat(got.getFirst().body()).contains("\"type\":\"case.opened\"", "\"from\":null");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 404, 429, 500, 503})
    void whatever_is_not_taken_comes_again_with_the_same_id_and_before_all_that_is_later(int answer) throws Exception {
        answers.add(answer);
        waiting.add(1, Optional.empty(), CaseState.OPEN);
        waiting.add(2, Optional.of(CaseState.OPEN), CaseState.WARNED);

        assertThat(courier.round()).isZero();
        assertThat(courier.round()).isZero(); // its time has not come
        waiting.due = true;
        assertThat(courier.round()).isEqualTo(2);

        assertThat(got).hasSize(3).allMatch(each -> each.path().startsWith("/hook"));
        assertThat(got.get(1).headers().get("webhook-id"))
                .isEqualTo(got.getFirst().headers().get("webhook-id"));
        assertThat(got.get(1).body()).isEqualTo(got.getFirst().body());
        assertThat(got.get(2).headers().get("webhook-id"))
                .isNotEqualTo(got.get(1).headers().get("webhook-id"));
    }

    @Test
    void a_receiver_that_is_not_there_is_waited_for() throws Exception {
        receiver.stop(0);
        waiting.add(1, Optional.empty(), CaseState.OPEN);

        assertThat(courier.round()).isZero();
        assertThat(waiting.all).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1, PT10S", "2, PT20S", "5, PT2M40S", "12, PT5H41M20S", "13, PT6H", "1000000, PT6H"})
    void pauses_grow_up_to_six_hours(int attempts, Duration pause) {
        assertThat(Courier.pause(attempts)).isEqualTo(pause);
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new java.io.UncheckedIOException(none);
        }
    }

    /** A list, as one node sees it; the databases have a contract of their own. */
    private static final class Waiting implements Deliveries {
        private final Deque<Cases.Change> all = new ArrayDeque<>();
        private boolean due = true;

        void add(long number, Optional<CaseState> from, CaseState to) {
            var mailbox = EmailAddress.parse("anna@example.test").orElseThrow();
            all.add(new Cases.Change(number, mailbox, "no-encryption", from, to, NOW.minus(Duration.ofHours(1))));
        }

        @Override
        public int spread(Set<String> hooks, Instant now, int most) {
            return 0;
        }

        @Override
        public Optional<Delivery> take(String hook, Instant now, Instant lease) {
            return due
                    ? Optional.ofNullable(all.peek()).map(change -> new Delivery(hook, 1, change))
                    : Optional.empty();
        }

        @Override
        public void done(Delivery delivery) {
            all.remove(delivery.change());
        }

        @Override
        public void later(Delivery delivery, Instant next) {
            due = false;
        }

        @Override
        public int now(String hook, Instant now) {
            return 0;
        }

        @Override
        public List<Deliveries.Waiting> waiting() {
            return List.of();
        }
    }
}
