package org.postlotse.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** Makes lines of what is pushed: text, JSON line by line, or an array of it, as Vector, Fluent Bit and rsyslog send it. */
final class PushedBody {
    /** What a report is read for. The rest, a digest of the password among it, is not kept at all. */
    private static final Set<String> REPORTED = Set.of(
            "login",
            "remote",
            "success",
            "policy_reject",
            "protocol",
            "mech",
            "secured",
            "tls",
            "session_id",
            "device_id",
            "lip",
            "lport",
            "rport",
            "local_name",
            "real_rip");

    private final ObjectMapper json;

    PushedBody(ObjectMapper json) {
        this.json = json;
    }

    /** Whole lines, each with its line feed. */
    byte[] lines(byte[] body) throws IOException {
        if (!isArray(body)) return ended(body);
        var lines = new ByteArrayOutputStream(body.length);
        for (var element : json.readTree(body)) {
            lines.write(element.isTextual() ? line(element.asText()) : json.writeValueAsBytes(element));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** The report of an auth policy client (Dovecot, weakforced) as a line; empty for its questions. */
    byte[] report(byte[] body, String command, Instant now) throws IOException {
        var tree = json.readTree(body);
        if (!command.equals("report") || !(tree instanceof ObjectNode told)) return new byte[0];
        if (told.get("attrs") instanceof ObjectNode more)
            more.fields().forEachRemaining(field -> {
                if (!told.has(field.getKey())) told.set(field.getKey(), field.getValue());
            });
        told.retain(REPORTED);
        return line(now + " - dovecot: policy: " + json.writeValueAsString(told) + "\n");
    }

    /** Line feeds in a text are no ends of lines. */
    private static byte[] line(String text) {
        var flat = text.stripTrailing().replace('\n', ' ').replace('\r', ' ');
        return (text.endsWith("\n") ? flat + "\n" : flat).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isArray(byte[] body) {
        int i = 0;
        while (i < body.length && Character.isWhitespace(body[i])) i++;
        return i < body.length && body[i] == '[';
    }

    private static byte[] ended(byte[] body) {
        if (body.length == 0 || body[body.length - 1] == '\n') return body;
        var ended = java.util.Arrays.copyOf(body, body.length + 1);
        ended[body.length] = '\n';
        return ended;
    }
}
