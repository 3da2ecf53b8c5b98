package org.postlotse.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Every envelope that a message may stand in. */
enum Wrapping {
    BSD,
    BSD_WITH_PRIORITY,
    ISO,
    RFC_5424,
    JOURNAL,
    JOURNAL_BYTES,
    RSYSLOG_JSON,
    DOCKER,
    MAILCOW;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter OLD =
            DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    byte[] around(String program, int pid, String message, Instant at) {
        return text(program, pid, message, at).getBytes(StandardCharsets.UTF_8);
    }

    private String text(String program, int pid, String message, Instant at) {
        var tag = pid == 0 ? program : program + "[" + pid + "]";
        var bsd = OLD.format(at).replaceFirst(" (\\d) ", "  $1 ") + " mx01 " + tag + ": " + message;
        return switch (this) {
            case BSD -> bsd;
            case BSD_WITH_PRIORITY -> "<22>" + bsd + "\r";
            case ISO -> at + " mx01 " + tag + ": " + message;
            case RFC_5424 -> "<22>1 " + at + " mx01 " + program + " " + (pid == 0 ? "-" : pid) + " - -  " + message;
            case JOURNAL -> json(journal(program, pid, message, at));
            case JOURNAL_BYTES -> json(journal(program, pid, bytes(message), at));
            case RSYSLOG_JSON ->
                json(Map.of(
                                "@timestamp",
                                at.toString(),
                                "host",
                                "mx01",
                                "tag",
                                tag + ":",
                                "pid",
                                "" + pid,
                                "message",
                                " " + message))
                        .replace("/", "\\/");
            case DOCKER -> json(Map.of("log", bsd + "\n", "stream", "stderr", "time", at.toString()));
            case MAILCOW ->
                json(Map.of(
                        "time",
                        Long.toString(at.getEpochSecond()),
                        "priority",
                        "info",
                        "program",
                        program,
                        "pid",
                        "" + pid,
                        "message",
                        message));
        };
    }

    private static Map<String, Object> journal(String program, int pid, Object message, Instant at) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("__REALTIME_TIMESTAMP", Long.toString(at.toEpochMilli() * 1_000));
        entry.put("_HOSTNAME", "mx01");
        entry.put("SYSLOG_IDENTIFIER", program);
        if (pid > 0) entry.put("_PID", Integer.toString(pid));
        entry.put("MESSAGE", message);
        return entry;
    }

    private static int[] bytes(String message) {
        var bytes = message.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).toArray();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken); // maps of texts are always written
        }
    }
}
