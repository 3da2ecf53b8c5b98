package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.evidence.LogStream;
import org.postlotse.evidence.MemoryLogins;
import org.postlotse.evidence.TestEvidence;

/** What log shippers send, in the forms that they send with their usual settings. */
class PushedBodyTest {
    private static final String LINE =
            "imap-login: Login: user=<one@hoster.example>, method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=1, TLS, session=<s>";

    private final PushedBody bodies = new PushedBody(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Vector: file, syslog and journald sources, as an array and line by line
                "[{\"file\":\"/var/log/mail.log\",\"host\":\"mx\",\"message\":\"Nov 20 10:00:00 mx dovecot: TEXT\",\"source_type\":\"file\",\"timestamp\":\"2026-11-20T10:00:01Z\"}]",
                "{\"appname\":\"dovecot\",\"facility\":\"mail\",\"hostname\":\"mx\",\"message\":\"TEXT\",\"procid\":7,\"severity\":\"info\",\"source_type\":\"syslog\",\"timestamp\":\"2026-11-20T10:00:00.5Z\"}",
                "{\"SYSLOG_IDENTIFIER\":\"dovecot\",\"_PID\":\"7\",\"host\":\"mx\",\"message\":\"TEXT\",\"source_type\":\"journald\",\"timestamp\":\"2026-11-20T10:00:00Z\"}\n",
                // Fluent Bit: tail, systemd and syslog inputs
                "[{\"date\":1795428000.25,\"log\":\"Nov 20 10:00:00 mx dovecot: TEXT\"}]",
                "{\"date\":1795428000.25,\"MESSAGE\":\"TEXT\",\"SYSLOG_IDENTIFIER\":\"dovecot\",\"_PID\":\"7\",\"_HOSTNAME\":\"mx\"}",
                "[{\"date\":1795428000.25,\"pri\":\"22\",\"host\":\"mx\",\"ident\":\"dovecot\",\"pid\":\"7\",\"message\":\"TEXT\"}]",
                // rsyslog omhttp: a template of one's own, jsonmesg, an array of raw lines
                "<22>Nov 20 10:00:00 mx dovecot: TEXT",
                "{\"msg\":\" TEXT\",\"rawmsg\":\"x\",\"timereported\":\"2026-11-20T10:00:00Z\",\"hostname\":\"mx\",\"syslogtag\":\"dovecot:\",\"programname\":\"dovecot\"}",
                "[\"<22>Nov 20 10:00:00 mx dovecot: TEXT\\n\"]"
            })
    void a_shippers_line_is_a_log_in(String form) throws IOException {
        assertThat(counted(bodies.lines(utf8(form.replace("TEXT", LINE))))).isEqualTo(1);
    }

    @Test
    void many_are_many_and_a_line_feed_within_a_text_ends_none() throws IOException {
        var array = "[{\"log\":\"Nov 20 10:00:00 mx dovecot: %s\"},\"<22>Nov 20 10:00:00 mx dovecot: x\\ny\"]"
                .formatted(LINE);

        assertThat(new String(bodies.lines(utf8(array)), StandardCharsets.UTF_8).lines())
                .hasSize(2);
    }

    @Test
    void of_a_report_only_what_is_needed_is_kept() throws IOException {
        var body =
                "{\"login\":\"one@hoster.example\",\"remote\":\"192.0.2.7\",\"pwhash\":\"0baf\",\"success\":true,\"policy_reject\":false,\"protocol\":\"imap\",\"tls\":false,\"attrs\":{\"secured\":\"TLS\",\"mech\":\"PLAIN\",\"pwhash\":\"1\"}}";
        var line = bodies.report(utf8(body), "report", Instant.parse("2026-11-20T10:00:00Z"));

        assertThat(new String(line, StandardCharsets.UTF_8)).doesNotContain("pwhash");
        assertThat(counted(line)).isEqualTo(1);
        assertThat(bodies.report(utf8(body), "allow", Instant.EPOCH)).isEmpty();
    }

    private static int counted(byte[] lines) throws IOException {
        var logins = new MemoryLogins();
        var reading = TestEvidence.into(logins);
        reading.end(LogStream.read(new ByteArrayInputStream(lines), 0, LogStream.End.FINAL, reading));
        return logins.logins();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
