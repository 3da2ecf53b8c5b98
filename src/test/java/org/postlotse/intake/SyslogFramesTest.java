package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Messages out of a stream that may be cut anywhere, in both framings of RFC 6587, even side by side. */
class SyslogFramesTest {
    @Property(tries = 300)
    void every_message_is_found_wherever_the_stream_is_cut(
            @ForAll @Size(max = 20) List<@NotEmpty @CharRange(from = ' ', to = '~') String> texts,
            @ForAll Random random) {
        var stream = new ByteArrayOutputStream();
        for (var text : texts) {
            var message = ("<22>" + text).getBytes(StandardCharsets.UTF_8);
            boolean counted = random.nextBoolean();
            if (counted) stream.writeBytes((message.length + " ").getBytes(StandardCharsets.US_ASCII));
            stream.writeBytes(message);
            if (!counted) stream.write(random.nextBoolean() ? '\n' : 0);
        }

        assertThat(cut(stream.toByteArray(), random))
                .isEqualTo(texts.stream().map(text -> "<22>" + text + "\n").collect(Collectors.joining()));
    }

    private static String cut(byte[] stream, Random random) {
        var frames = new SyslogFrames();
        var lines = new StringBuilder();
        for (int from = 0; from < stream.length; ) {
            int to = Math.min(stream.length, from + 1 + random.nextInt(30));
            var piece = Arrays.copyOfRange(stream, from, to);
            lines.append(new String(frames.read(piece, piece.length), StandardCharsets.UTF_8));
            from = to;
        }
        return lines + new String(frames.end(), StandardCharsets.UTF_8);
    }

    @Test
    void line_feeds_within_a_counted_message_end_nothing() {
        assertThat(whole("9 <22>a\nb\nc<22>d\n")).isEqualTo("<22>a b c\n<22>d\n");
    }

    @Test
    void a_last_message_without_an_end_is_one() {
        assertThat(whole("<22>a\n<22>b")).isEqualTo("<22>a\n<22>b\n");
    }

    @Test
    void a_line_that_begins_with_a_year_is_no_length() {
        assertThat(whole("2026-11-23T08:00:00Z mx a: b\n")).isEqualTo("2026-11-23T08:00:00Z mx a: b\n");
    }

    private static String whole(String stream) {
        var frames = new SyslogFrames();
        var bytes = stream.getBytes(StandardCharsets.UTF_8);
        return new String(frames.read(bytes, bytes.length), StandardCharsets.UTF_8)
                + new String(frames.end(), StandardCharsets.UTF_8);
    }
}
