package org.postlotse.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Protocol;

/** IMAP (RFC 9051), as far as the login. */
final class ImapSpeaker implements Speaker {
    private static final Pattern ARGUMENT =
            Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|\\{(\\d{1,4})(\\+?)}$|([^\\s\"{]+))(.*)");

    private final Oddity oddity;
    private final DemoAccounts accounts;

    ImapSpeaker(Oddity oddity, DemoAccounts accounts) {
        this.oddity = oddity;
        this.accounts = accounts;
    }

    @Override
    public void greet(Talk talk) throws IOException {
        talk.say(oddity == Oddity.PREAUTH ? "* PREAUTH Welcome back, whoever you are" : "* OK Demo ready.");
    }

    @Override
    public Next answer(Talk talk, String line, boolean secured) throws IOException {
        var words = (line + "   ").split(" ", 3);
        var tag = words[0];
        switch (words[1].toUpperCase(Locale.ROOT)) {
            case "CAPABILITY" -> talk.say("* CAPABILITY IMAP4rev1 " + offers(secured), tag + " OK Done.");
            case "NOOP", "ID" -> talk.say(tag + " OK Done.");
            case "STARTTLS" -> {
                if (secured || oddity == Oddity.NO_STARTTLS) talk.say(tag + " BAD No TLS here.");
                else {
                    talk.say(tag + " OK Begin TLS now.");
                    return Next.START_TLS;
                }
            }
            case "AUTHENTICATE" -> talk.say(tag + " " + authenticate(talk, words[2].strip(), secured));
            case "LOGIN" -> talk.say(tag + " " + login(talk, words[2].strip(), secured));
            case "LOGOUT" -> {
                talk.say("* BYE Good bye.", tag + " OK Done.");
                return Next.HANG_UP;
            }
            default -> talk.say(tag + " BAD There is no mail in this demo.");
        }
        return Next.GO_ON;
    }

    private String offers(boolean secured) {
        if (!secured) return oddity == Oddity.NO_STARTTLS ? "AUTH=PLAIN" : "STARTTLS LOGINDISABLED";
        return oddity == Oddity.CRAM_MD5_ONLY ? "AUTH=CRAM-MD5 LOGINDISABLED" : "SASL-IR LITERAL+ AUTH=PLAIN";
    }

    private String authenticate(Talk talk, String words, boolean secured) throws IOException {
        if (!secured) return LoginAnswer.CLEAR_TEXT.line(Protocol.IMAP);
        var mechanism = words.split(" ", 2);
        if (!mechanism[0].equalsIgnoreCase("PLAIN") || oddity == Oddity.CRAM_MD5_ONLY)
            return "NO [CANNOT] Unsupported authentication mechanism.";
        if (mechanism.length == 2) return accounts.answerPlain(Protocol.IMAP, mechanism[1]);
        talk.say("+ ");
        return accounts.answerPlain(Protocol.IMAP, talk.hear());
    }

    private String login(Talk talk, String words, boolean secured) throws IOException {
        if (!secured || oddity == Oddity.CRAM_MD5_ONLY) return LoginAnswer.CLEAR_TEXT.line(Protocol.IMAP);
        var name = Argument.in(talk, words);
        var password = Argument.in(talk, name.rest());
        var text = new String(name.octets(), StandardCharsets.UTF_8);
        return accounts.answer(Protocol.IMAP, text, password.octets());
    }

    /** An astring, and what follows it. */
    private record Argument(byte[] octets, String rest) {
        static Argument in(Talk talk, String words) throws IOException {
            var match = ARGUMENT.matcher(words);
            if (!match.matches()) return new Argument(new byte[0], "");
            if (match.group(2) == null) {
                var text =
                        match.group(1) == null ? match.group(4) : match.group(1).replaceAll("\\\\(.)", "$1");
                return new Argument(text.getBytes(StandardCharsets.ISO_8859_1), match.group(5));
            }
            if (match.group(3).isEmpty()) talk.say("+ Go on.");
            var literal = talk.hear(Integer.parseInt(match.group(2)));
            return new Argument(literal.getBytes(StandardCharsets.ISO_8859_1), talk.hear());
        }
    }
}
