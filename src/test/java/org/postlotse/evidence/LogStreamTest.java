package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.dialect.AllDialects;

/** However the bytes arrive, the lines are the same. */
class LogStreamTest {
    private static final String LOGIN =
            "2026-11-23T08:00:00Z imap-login: Info: Login: user=<%s@b.example>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<x>\n";

    @Test
    void lines_survive_any_cutting_into_reads() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) text.append(LOGIN.formatted("u" + i % 100));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);

        var survey = survey(new Dripping(bytes));

        assertThat(survey.logins(LoginProtocol.IMAP, Encryption.NONE)).isEqualTo(20_000);
        assertThat(survey.weak())
                .hasSize(100)
                .allSatisfy(weak -> assertThat(weak.count()).isEqualTo(200));
    }

    @Test
    void an_endless_line_costs_no_memory_and_hides_nothing_behind_it() throws IOException {
        var endless = "x".repeat(5_000_000) + "\n" + LOGIN.formatted("a")
                + LOGIN.formatted("b").stripTrailing();

        var survey = survey(new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8)));

        assertThat(survey.logins(LoginProtocol.IMAP, Encryption.NONE)).isEqualTo(2);
    }

    @Test
    void names_that_are_no_mailbox_are_counted_and_not_believed() throws IOException {
        var survey = survey(new ByteArrayInputStream(
                LOGIN.formatted("a").replace("b.example", "stranger.test").getBytes(StandardCharsets.UTF_8)));

        assertThat(survey.strangers()).isOne();
        assertThat(survey.weak()).isEmpty();
    }

    private static Survey survey(InputStream stream) throws IOException {
        var survey = new Survey(user -> user.endsWith("@b.example") ? EmailAddress.parse(user) : Optional.empty());
        var reader = new LogReader(List.copyOf(AllDialects.list()), ZoneOffset.UTC, Clock.systemUTC(), survey);
        LogStream.read(stream, reader);
        reader.end();
        return survey;
    }

    /** Gives as few or as many bytes as it likes. */
    private static final class Dripping extends InputStream {
        private final byte[] bytes;
        private final Random random = new Random(3);
        private int at;

        Dripping(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == bytes.length) return -1;
            int given = Math.min(Math.min(length, 1 + random.nextInt(3_000)), bytes.length - at);
            System.arraycopy(bytes, at, into, from, given);
            at += given;
            return given;
        }
    }
}
