package org.postlotse.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.probe.Verdict.TemporarilyDown;

/** IMAP's grammar of commands and responses (RFC 9051 §2.2, §7), as much of it as a login needs. */
final class ImapConversation {
    /** The longest literal that is passed over, in octets. */
    private static final int LONGEST_LITERAL = 8 * 1024;

    private static final Pattern LITERAL = Pattern.compile(".*\\{([^{}]*)}");
    private static final Pattern STATUS = Pattern.compile("(?i)(OK|NO|BAD|PREAUTH|BYE)( .*)?");
    private static final Pattern TAGGED = Pattern.compile("(?i)(OK|NO|BAD)(?: (.*))?");

    private final Wire wire;
    private final List<String> untagged = new ArrayList<>();
    private int commands;
    private Optional<String> bye = Optional.empty();
    private Optional<String> answer = Optional.empty();

    ImapConversation(Wire wire) {
        this.wire = wire;
    }

    /** How a command ended. */
    enum Status {
        OK,
        NO,
        BAD
    }

    /**
     * A command's answer.
     *
     * @param words a code in brackets, perhaps, and text
     */
    record Tagged(Status status, String words) {}

    void greeting() throws EarlyVerdict {
        var line = wire.line();
        if (!line.startsWith("* ")) throw wire.broken();
        note(line.substring(2));
        if (bye.isPresent()) throw gone();
        if (!line.regionMatches(true, 2, "OK", 0, 2)) throw wire.broken(); // PREAUTH logs in without a password
    }

    Tagged command(String words) throws EarlyVerdict {
        return command(words.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a whole command and waits for its end. */
    Tagged command(byte[] words) throws EarlyVerdict {
        begin(Login.joined(words, new byte[] {'\r', '\n'}));
        return answer();
    }

    /** Sends the beginning of a command, as far as it goes without an invitation. */
    void begin(byte[] octets) throws EarlyVerdict {
        commands++;
        answer = Optional.empty();
        wire.ask(Login.joined((tag() + " ").getBytes(StandardCharsets.US_ASCII), octets));
    }

    /** Whether the server wants to hear more of the command; if not, its {@link #answer()} is there. */
    boolean invited() throws EarlyVerdict {
        while (answer.isEmpty()) {
            var line = response();
            if (line.equals("+") || line.startsWith("+ ")) return true;
            hear(line);
        }
        return false;
    }

    Tagged answer() throws EarlyVerdict {
        while (answer.isEmpty()) {
            var line = response();
            if (line.startsWith("+")) throw wire.broken(); // there is nothing more to say
            hear(line);
        }
        return tagged(answer.get());
    }

    /** Untagged responses since the last {@link #forget()} that begin so, without that beginning. */
    List<String> untagged(String beginning) {
        return untagged.stream()
                .filter(line -> line.regionMatches(true, 0, beginning, 0, beginning.length()))
                .map(line -> line.substring(beginning.length()))
                .toList();
    }

    void forget() {
        untagged.clear();
    }

    private String tag() {
        return "a" + commands;
    }

    private void hear(String line) throws EarlyVerdict {
        if (line.startsWith("* ")) note(line.substring(2));
        else if (line.startsWith(tag() + " ")) answer = Optional.of(line.substring(tag().length() + 1));
        else throw wire.broken();
    }

    private void note(String words) throws EarlyVerdict {
        var upper = words.toUpperCase(Locale.ROOT);
        // RFC 2221: a password would go to another host than the catalogue's
        if (upper.startsWith("PREAUTH") || referral(upper)) throw wire.broken();
        if (upper.equals("BYE") || upper.startsWith("BYE ")) bye = Optional.of(words.substring(3));
        untagged.add(STATUS.matcher(words).matches() ? words : words + literals(words));
    }

    private Tagged tagged(String words) throws EarlyVerdict {
        var match = TAGGED.matcher(words);
        if (!match.matches() || referral(words.toUpperCase(Locale.ROOT))) throw wire.broken();
        return new Tagged(
                Status.valueOf(match.group(1).toUpperCase(Locale.ROOT)), match.group(2) == null ? "" : match.group(2));
    }

    private static boolean referral(String upper) {
        return upper.contains("[REFERRAL");
    }

    /** Passes over literals, without ever making room for one; what follows them still belongs to the response. */
    private String literals(String words) throws EarlyVerdict {
        var rest = new StringBuilder();
        for (var literal = LITERAL.matcher(words); literal.matches(); literal = LITERAL.matcher(rest)) {
            wire.skip(size(literal.group(1)));
            rest = new StringBuilder(wire.line());
        }
        return rest.toString();
    }

    private int size(String written) throws EarlyVerdict {
        if (!written.matches("[0-9]{1,5}") || Integer.parseInt(written) > LONGEST_LITERAL) throw wire.broken();
        return Integer.parseInt(written);
    }

    /** A server that said BYE may hang up at once: then its farewell is the answer. */
    private String response() throws EarlyVerdict {
        try {
            return wire.line();
        } catch (EarlyVerdict gone) {
            throw bye.isPresent() ? gone() : gone;
        }
    }

    private EarlyVerdict gone() {
        return new EarlyVerdict(Refusal.of(bye.orElse("")).meaning(TemporarilyDown::new, TemporarilyDown::new));
    }
}
