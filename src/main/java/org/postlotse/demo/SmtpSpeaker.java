package org.postlotse.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.postlotse.catalogue.Protocol;

/** Submission (RFC 6409, RFC 4954), as far as the login. */
final class SmtpSpeaker implements Speaker {
    private final Oddity oddity;
    private final DemoAccounts accounts;

    SmtpSpeaker(Oddity oddity, DemoAccounts accounts) {
        this.oddity = oddity;
        this.accounts = accounts;
    }

    @Override
    public void greet(Talk talk) throws IOException {
        talk.say(oddity == Oddity.PREAUTH ? "* PREAUTH Welcome back, whoever you are" : "220 localhost ESMTP Demo");
    }

    @Override
    public Next answer(Talk talk, String line, boolean secured) throws IOException {
        var words = (line + " ").split(" ", 2);
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> talk.say("250-localhost", "250-8BITMIME", "250 " + offers(secured));
            case "HELO", "NOOP", "RSET" -> talk.say("250 2.0.0 Ok");
            case "STARTTLS" -> {
                if (secured || oddity == Oddity.NO_STARTTLS) talk.say("502 5.5.1 No TLS here");
                else {
                    talk.say("220 2.0.0 Begin TLS now");
                    return Next.START_TLS;
                }
            }
            case "AUTH" -> talk.say(authenticate(talk, words[1].strip(), secured));
            case "QUIT" -> {
                talk.say("221 2.0.0 Good bye");
                return Next.HANG_UP;
            }
            default -> talk.say("502 5.5.1 Nothing is sent in this demo");
        }
        return Next.GO_ON;
    }

    private String offers(boolean secured) {
        if (!secured) return oddity == Oddity.NO_STARTTLS ? "AUTH PLAIN LOGIN" : "STARTTLS";
        return oddity == Oddity.CRAM_MD5_ONLY ? "AUTH CRAM-MD5" : "AUTH PLAIN LOGIN";
    }

    private String authenticate(Talk talk, String words, boolean secured) throws IOException {
        if (!secured) return LoginAnswer.CLEAR_TEXT.line(Protocol.SMTP);
        var mechanism = words.split(" ", 2);
        if (oddity == Oddity.CRAM_MD5_ONLY) return "504 5.5.4 Unrecognized authentication type";
        return switch (mechanism[0].toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> accounts.answerPlain(Protocol.SMTP, mechanism.length == 2 ? mechanism[1] : ask(talk, ""));
            case "LOGIN" -> login(ask(talk, "Username:"), ask(talk, "Password:"));
            default -> "504 5.5.4 Unrecognized authentication type";
        };
    }

    private String login(String name, String password) {
        try {
            var text = new String(Base64.getDecoder().decode(name), StandardCharsets.UTF_8);
            return accounts.answer(Protocol.SMTP, text, Base64.getDecoder().decode(password));
        } catch (IllegalArgumentException notBase64) {
            return "501 5.5.2 Cannot decode";
        }
    }

    private static String ask(Talk talk, String challenge) throws IOException {
        var encoded = Base64.getEncoder().encodeToString(challenge.getBytes(StandardCharsets.US_ASCII));
        talk.say("334 " + encoded);
        return talk.hear();
    }
}
