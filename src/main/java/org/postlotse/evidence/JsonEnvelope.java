package org.postlotse.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines in JSON: {@code journalctl -o json} (the message may be an array of bytes), rsyslog's and syslog-ng's templates, what
 * Vector and Fluent Bit make of syslog, Docker's log files, of which the log line is a whole line of another envelope, and
 * Dovecot's exported events.
 */
final class JsonEnvelope {
    private static final JsonFactory JSON = new JsonFactory();

    private final Envelope envelope;
    private final Stamps stamps;
    private final Tags tags;

    JsonEnvelope(Envelope envelope, Stamps stamps, Tags tags) {
        this.envelope = envelope;
        this.stamps = stamps;
        this.tags = tags;
    }

    /** Who wrote a line; null where it is no such line. */
    @Nullable
    Tag open(byte[] line, int from, int to, Entry entry) {
        var letter = new Letter();
        try (var parser = JSON.createParser(line, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var token = parser.nextToken();
                letter.hasFields |= token == JsonToken.START_OBJECT && name.equals("fields");
                if (token == JsonToken.START_ARRAY && name.equals("MESSAGE")) letter.message = bytes(parser);
                else if (parser.currentToken().isScalarValue()) letter.put(name, parser.getText());
                else parser.skipChildren();
            }
        } catch (IOException notJson) {
            return null;
        }
        return letter.isEvent() ? letter.event(line, from, to, entry) : letter.open(entry);
    }

    private static byte[] bytes(JsonParser parser) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (parser.nextToken() != JsonToken.END_ARRAY) bytes.write(parser.getIntValue());
        return bytes.toByteArray();
    }

    /** What one object told. */
    private final class Letter {
        private byte[] message = {};
        private String time = "";
        private String host = "";
        private String program = "";
        private String process = "";
        private boolean whole;
        private boolean hasFields;
        private String event = "";

        void put(String name, String value) {
            switch (name) {
                case "MESSAGE", "message", "msg" -> message = value.getBytes(StandardCharsets.UTF_8);
                case "log" -> {
                    message = value.stripTrailing().getBytes(StandardCharsets.UTF_8);
                    whole = true;
                }
                case "event" -> event = value;
                case "__REALTIME_TIMESTAMP", "@timestamp", "time", "timestamp", "timegenerated", "end_time" ->
                    time = value;
                case "timereported", "date" -> time = time.isEmpty() ? value : time;
                case "_HOSTNAME", "host", "hostname" -> host = value;
                case "tag", "syslogtag" -> tag(value);
                case "SYSLOG_IDENTIFIER", "program", "programname", "appname", "app-name", "ident" ->
                    program = program.isEmpty() ? value : program;
                case "SYSLOG_PID", "_PID", "pid", "procid" -> process = process.isEmpty() ? value : process;
                default -> {}
            }
        }

        /** One of Dovecot's exported events, as it posts them. */
        boolean isEvent() {
            return hasFields && !event.isEmpty();
        }

        @Nullable
        Tag event(byte[] line, int from, int to, Entry entry) {
            program = "dovecot";
            message = ("stats: " + new String(line, from, to - from, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            return open(entry);
        }

        /** {@code postfix/smtps/smtpd[15410]:} tells more than the program's name. */
        private void tag(String value) {
            int end = value.indexOf('[') >= 0 ? value.indexOf('[') : value.indexOf(':');
            program = end > 0 ? value.substring(0, end) : value;
        }

        @Nullable
        Tag open(Entry entry) {
            if (message.length == 0) return null;
            // a shipper that only reads files hands on a whole line, too, and knows no program
            var written = whole || program.isEmpty() ? envelope.open(message, 0, message.length, entry) : null;
            if (written != null) return written;
            long micros = micros();
            if (micros == Stamps.WRONG) return null;
            entry.micros = micros;
            if (whole) return envelope.named(message, 0, message.length, entry);
            return named(entry);
        }

        private @Nullable Tag named(Entry entry) {
            if (program.isEmpty()) return null;
            var head = host + " " + program;
            var line = (head + ": ").getBytes(StandardCharsets.UTF_8);
            var bytes = java.util.Arrays.copyOf(line, line.length + message.length);
            System.arraycopy(message, 0, bytes, line.length, message.length);
            entry.hostFrom = 0;
            entry.hostTo = host.getBytes(StandardCharsets.UTF_8).length;
            entry.programFrom = entry.hostTo + 1;
            entry.programTo = line.length - 2;
            Envelope.message(entry, bytes, line.length, bytes.length);
            entry.pid = process.matches("\\d{1,9}") ? Integer.parseInt(process) : 0;
            entry.origin = Entry.Origin.SYSLOG;
            return tags.of(entry);
        }

        /** Microseconds (journald), seconds (syslog-ng to Redis) or a written stamp. */
        private long micros() {
            if (time.matches("\\d+\\.\\d+(E\\d+)?")) return (long) (Double.parseDouble(time) * 1_000_000); // Fluent Bit
            if (time.matches("\\d{9,18}")) {
                long number = Long.parseLong(time);
                return time.length() > 14 ? number : time.length() > 11 ? number * 1_000 : number * 1_000_000;
            }
            var written = time.getBytes(StandardCharsets.UTF_8);
            if (written.length < 15) return Stamps.WRONG;
            return Character.isDigit(time.charAt(0))
                    ? stamps.withYear(written, 0, written.length)
                    : stamps.withoutYear(written, 0);
        }
    }
}
