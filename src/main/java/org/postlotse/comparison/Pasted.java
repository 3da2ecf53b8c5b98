package org.postlotse.comparison;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postlotse.catalogue.Protocol;

/**
 * Settings that somebody copied out of a program or a letter, read line by line: a field's name with its value behind it
 * or on the next line, headings for the two halves, and the lines of Thunderbird's troubleshooting information
 * ({@code INCOMING: account1, , (imap) imap.example.org:143, plain, passwordCleartext}). What is not understood is left out.
 */
public final class Pasted {
    /** More is not read: whole pages come with the settings in their first lines. */
    static final int LONGEST = 8 * 1024;

    private static final int MOST_LINES = 200;
    /** No name, host and port together are as long; and strangers' lines are not searched through again and again. */
    private static final int LONGEST_LINE = 400;

    // a blank that has been read is not read again in another way: the patterns' time grows with the line, not faster
    private static final Pattern NAMED = Pattern.compile("(.{1,80}?)(?:\\s*+[:=]|\\t| {2})\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\((\\w+)\\) )?([\\w.-]+\\.[\\w-]+):(\\d{1,5})");
    private static final Pattern PORT = Pattern.compile("(\\d{1,5})(?:\\s*[(,/ ]\\s*(.*?)\\)?)?", Pattern.DOTALL);

    private static final Vocabulary WORDS = Vocabulary.shipped();

    private final Draft receiving = new Draft();
    private final Draft sending = new Draft();
    private Half half = Half.RECEIVING;
    private Optional<Field> waiting = Optional.empty();

    private Pasted() {}

    /** Reads both halves; what is not told is unknown in them. */
    public static BothHalves read(String text) {
        var pasted = new Pasted();
        text.substring(0, Math.min(text.length(), LONGEST))
                .lines()
                .map(String::strip)
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .forEach(pasted::line);
        return new BothHalves(pasted.receiving.present(), pasted.sending.present());
    }

    private void line(String line) {
        var named = NAMED.matcher(line);
        if (named.matches() && !named.group(2).isEmpty() && named(named.group(1).strip(), named.group(2))) return;
        if (heading(line)) return;
        var field = field(line);
        if (field.isPresent()) {
            waiting = field;
            return;
        }
        if (waiting.isPresent()) {
            value(waiting.get(), line);
            waiting = Optional.empty();
            return;
        }
        pieces(line);
    }

    /** "Port: 143". False when the name is none that we know. */
    private boolean named(String name, String value) {
        var whole = WORDS.half(name);
        if (whole.isPresent() && value.contains(",")) {
            half = whole.get();
            pieces(value);
            return true;
        }
        var field = field(name);
        field.ifPresent(known -> value(known, value));
        return field.isPresent();
    }

    /** A line that only says which half begins. */
    private boolean heading(String line) {
        var begins = WORDS.half(line);
        begins.ifPresent(begun -> half = begun);
        return begins.isPresent();
    }

    private Optional<Field> field(String name) {
        for (var each : Half.values()) {
            var own = WORDS.field(each, name);
            if (own.isPresent()) {
                half = each;
                return own;
            }
        }
        return WORDS.field(name);
    }

    private void value(Field field, String value) {
        switch (field) {
            case HOST -> host(value);
            case PORT -> port(value);
            case USER -> put(Field.USER, value);
            case PROTOCOL -> WORDS.protocol(value).ifPresent(protocol -> put(Field.PROTOCOL, protocol));
            case SECURITY -> WORDS.security(value).ifPresent(security -> put(Field.SECURITY, security));
            case METHOD -> WORDS.method(value).ifPresent(method -> put(Field.METHOD, method));
        }
    }

    /** A second server means that the other half has begun. */
    private void host(String value) {
        if (draft().has(Field.HOST) && half == Half.RECEIVING) half = Half.SENDING;
        var with = WITH_PORT.matcher(value);
        put(Field.HOST, with.matches() ? with.group(2) : value);
        if (with.matches()) put(Field.PORT, with.group(3));
    }

    /** "993", "993 (SSL/TLS)". */
    private void port(String value) {
        var number = PORT.matcher(value);
        if (!number.matches()) {
            put(Field.PORT, value);
            return;
        }
        put(Field.PORT, number.group(1));
        Optional.ofNullable(number.group(2))
                .flatMap(WORDS::security)
                .ifPresent(security -> put(Field.SECURITY, security));
    }

    /** Values in a row, without names. */
    private void pieces(String line) {
        for (var piece : split(line)) {
            var with = WITH_PORT.matcher(piece);
            if (with.matches()) {
                Optional.ofNullable(with.group(1))
                        .flatMap(WORDS::protocol)
                        .filter(Protocol::incoming)
                        .ifPresent(protocol -> put(Field.PROTOCOL, protocol));
                host(piece.substring(with.start(2)));
            } else if (!draft().has(Field.SECURITY) && WORDS.security(piece).isPresent()) {
                value(Field.SECURITY, piece);
            } else {
                WORDS.method(piece).ifPresent(method -> put(Field.METHOD, method));
            }
        }
    }

    /** A comma parts values, unless it is within one of our words: "Passwort, normal". */
    private List<String> split(String line) {
        if (WORDS.method(line).isPresent() || WORDS.security(line).isPresent()) return List.of(line);
        return Stream.of(line.split("[,;|]")).map(String::strip).toList();
    }

    private Draft draft() {
        return half == Half.RECEIVING ? receiving : sending;
    }

    private void put(Field field, Object value) {
        draft().put(field, value);
    }
}
