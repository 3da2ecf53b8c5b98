package org.postlotse.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.postlotse.catalogue.Protocol;

/** POP3 (RFC 1939, RFC 2449), as far as the login. */
final class Pop3Speaker implements Speaker {
    private final Oddity oddity;
    private final DemoAccounts accounts;
    private String user = "";

    Pop3Speaker(Oddity oddity, DemoAccounts accounts) {
        this.oddity = oddity;
        this.accounts = accounts;
    }

    @Override
    public void greet(Talk talk) throws IOException {
        talk.say(oddity == Oddity.PREAUTH ? "* PREAUTH Welcome back, whoever you are" : "+OK Demo ready.");
    }

    @Override
    public Next answer(Talk talk, String line, boolean secured) throws IOException {
        var words = (line + " ").split(" ", 2);
        var argument = words[1].stripTrailing();
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "CAPA" -> talk.say("+OK", "UIDL", "RESP-CODES", offers(secured), ".");
            case "NOOP" -> talk.say("+OK");
            case "STLS" -> {
                if (secured || oddity == Oddity.NO_STARTTLS) talk.say("-ERR No TLS here.");
                else {
                    talk.say("+OK Begin TLS now.");
                    return Next.START_TLS;
                }
            }
            case "AUTH" -> talk.say(authenticate(talk, argument, secured));
            case "USER" -> {
                user = new String(argument.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                talk.say("+OK");
            }
            case "PASS" -> talk.say(login(argument, secured));
            case "QUIT" -> {
                talk.say("+OK Good bye.");
                return Next.HANG_UP;
            }
            default -> talk.say("-ERR There is no mail in this demo.");
        }
        return Next.GO_ON;
    }

    private String offers(boolean secured) {
        if (!secured) return oddity == Oddity.NO_STARTTLS ? "USER" : "STLS";
        return oddity == Oddity.CRAM_MD5_ONLY ? "SASL CRAM-MD5" : "USER\r\nSASL PLAIN";
    }

    private String authenticate(Talk talk, String mechanism, boolean secured) throws IOException {
        if (!secured) return LoginAnswer.CLEAR_TEXT.line(Protocol.POP3);
        if (!mechanism.equalsIgnoreCase("PLAIN") || oddity == Oddity.CRAM_MD5_ONLY)
            return "-ERR Unsupported authentication mechanism.";
        talk.say("+ ");
        return accounts.answerPlain(Protocol.POP3, talk.hear());
    }

    private String login(String password, boolean secured) {
        if (!secured || oddity == Oddity.CRAM_MD5_ONLY) return LoginAnswer.CLEAR_TEXT.line(Protocol.POP3);
        return accounts.answer(Protocol.POP3, user, password.getBytes(StandardCharsets.ISO_8859_1));
    }
}
