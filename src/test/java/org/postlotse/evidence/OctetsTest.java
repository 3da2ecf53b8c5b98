package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is done eight bytes at a time is what one byte at a time would do. */
class OctetsTest {
    private final Random random = new Random(1);

    @Test
    void a_byte_is_found_wherever_it_stands() {
        for (int round = 0; round < 20_000; round++) {
            var bytes = few(random.nextInt(80));
            byte wanted = (byte) ('a' + random.nextInt(4));
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            int first = from;
            while (first < to && bytes[first] != wanted) first++;
            int last = to - 1;
            while (last >= from && bytes[last] != wanted) last--;

            assertThat(Octets.next(bytes, wanted, from, to)).isEqualTo(first);
            assertThat(Octets.near(bytes, wanted, from, to)).isEqualTo(first);
            assertThat(Octets.last(bytes, wanted, from, to)).isEqualTo(last < from ? -1 : last);
        }
    }

    @Test
    void the_same_bytes_have_the_same_number_wherever_they_stand() {
        for (int round = 0; round < 2_000; round++) {
            var word = few(random.nextInt(30));
            var longer = new byte[word.length + 20];
            int at = random.nextInt(20);
            System.arraycopy(word, 0, longer, at, word.length);

            assertThat(Octets.hash(longer, at, at + word.length)).isEqualTo(Octets.hash(word, 0, word.length));
            assertThat(Octets.stand(longer, at, word)).isTrue();
            if (word.length == 0) continue;
            longer[at + random.nextInt(word.length)] ^= 1;
            assertThat(Octets.stand(longer, at, word)).isFalse();
            assertThat(Octets.hash(longer, at, at + word.length)).isNotEqualTo(Octets.hash(word, 0, word.length));
        }
    }

    @Test
    void the_first_of_three_bytes_is_found() {
        for (int round = 0; round < 20_000; round++) {
            var bytes = few(random.nextInt(40));
            for (int i = 0; i < bytes.length; i++) if (random.nextInt(6) > 0) bytes[i] = 'x';
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);

            int first = from;
            while (first < to && bytes[first] == 'x') first++;

            assertThat(Octets.nextOf(bytes, Octets.all('a'), Octets.all('b'), Octets.all('c'), from, to))
                    .isEqualTo(first);
        }
    }

    @Test
    void numbers_are_read_at_once_as_digit_by_digit() {
        for (int round = 0; round < 50_000; round++) {
            var digits = new byte[random.nextInt(12)];
            for (int i = 0; i < digits.length; i++) digits[i] = (byte) ('0' + random.nextInt(10));
            if (digits.length > 0 && random.nextInt(4) == 0)
                digits[random.nextInt(digits.length)] = (byte) random.nextInt(256);
            var line = new byte[digits.length + random.nextInt(20)];
            random.nextBytes(line);
            System.arraycopy(digits, 0, line, 0, digits.length);
            var text = new String(digits, StandardCharsets.ISO_8859_1);
            boolean number = text.matches("[0-9]{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE;

            assertThat(Octets.number(line, 0, digits.length)).as(text).isEqualTo(number ? Integer.parseInt(text) : -1);
        }
    }

    @Test
    void bytes_beyond_ascii_are_found() {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0x80);
        bytes[17] = (byte) 0xff;

        assertThat(Octets.next(bytes, (byte) 0xff, 0, 32)).isEqualTo(17);
        assertThat(Octets.last(bytes, (byte) 0xff, 0, 32)).isEqualTo(17);
        assertThat(Octets.next(bytes, (byte) 0x81, 0, 32)).isEqualTo(32);
    }

    private byte[] few(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) ('a' + random.nextInt(3));
        return bytes;
    }
}
