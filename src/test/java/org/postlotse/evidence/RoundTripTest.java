package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.postlotse.evidence.Rendered.Server;
import org.postlotse.evidence.Rendered.Session;

/** Sessions of any kind, side by side, written as each server writes them and in every envelope, are read back as they were. */
class RoundTripTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final List<String> MECHANISMS = List.of("PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5");
    private static final String HANDSHAKE =
            "TLS handshake (tls.handshake) listenerId = \"smtp\", localPort = 25, remoteIp = 192.0.2.1, remotePort = 1, version = \"TLSv1_3\", details = \"x\"";

    @Property(tries = 600)
    void what_was_written_is_read(
            @ForAll Server server,
            @ForAll Wrapping wrapping,
            @ForAll @Size(min = 1, max = 12) List<@net.jqwik.api.From("users") String> users,
            @ForAll Random random) {
        var sessions = new ArrayList<Rendered>();
        for (int i = 0; i < users.size(); i++) sessions.add(server.render(session(i, users.get(i), random)));
        var lines = new ArrayList<byte[]>();
        // one that logged TLS before, and a while ago: from then on a missing line means something
        lines.add(wrapping.around("stalwart", 0, HANDSHAKE, START.minusSeconds(3_600)));
        interleaved(sessions, wrapping, random, lines);

        var heard = Heard.bytes(lines);

        assertThat(heard.logins)
                .extracting(RoundTripTest::words)
                .containsExactlyInAnyOrderElementsOf(
                        sessions.stream().map(Rendered::expected).toList());
        assertThat(heard.puzzles).isEmpty();
        assertThat(heard.tally().withoutEnvelope()).isZero();
    }

    private static Session session(int number, String user, Random random) {
        return new Session(
                number,
                user,
                random.nextBoolean(),
                random.nextBoolean(),
                MECHANISMS.get(random.nextInt(MECHANISMS.size())),
                "203.0.113." + random.nextInt(1, 4),
                40_000 + number);
    }

    /** Each session's lines in their order, the sessions side by side. */
    private static void interleaved(List<Rendered> sessions, Wrapping wrapping, Random random, List<byte[]> lines) {
        var left = new ArrayList<LinkedList<String>>();
        for (var one : sessions) left.add(new LinkedList<>(one.messages()));
        int second = 0;
        while (left.stream().anyMatch(messages -> !messages.isEmpty())) {
            int chosen = random.nextInt(left.size());
            if (left.get(chosen).isEmpty()) continue;
            var one = sessions.get(chosen);
            lines.add(wrapping.around(
                    one.program(), one.pid(), left.get(chosen).removeFirst(), START.plusSeconds(second++)));
        }
    }

    private static String words(SeenLogin login) {
        return login.service() + " " + login.user() + " " + login.protection().encryption() + " "
                + login.protection().mechanism() + " " + login.client().address() + " "
                + login.client().port();
    }

    /** Names as people have them, and as attackers would like to have them. */
    @Provide
    Arbitrary<String> users() {
        var plain = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        var odd = Arbitraries.of("o'neil", "müller", "a+b", "x\"y", "naïve.☃", "a=b", "quote\\d", "tls", "user");
        return Arbitraries.oneOf(plain, odd).map(name -> name + "@hoster.example");
    }
}
