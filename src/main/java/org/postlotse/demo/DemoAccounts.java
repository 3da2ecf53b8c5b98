package org.postlotse.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.postlotse.catalogue.Protocol;

/** Looks logins up. Octets, not text: a password that somebody tries here may be a real one. */
final class DemoAccounts {
    private static final byte[] PASSWORD = DemoMailbox.PASSWORD.getBytes(StandardCharsets.UTF_8);

    /** The protocol's answer. */
    String answer(Protocol protocol, String loginName, byte[] password) {
        boolean right = MessageDigest.isEqual(password, PASSWORD);
        Arrays.fill(password, (byte) 0);
        return DemoMailbox.of(loginName)
                .filter(mailbox -> right)
                .map(DemoMailbox::answer)
                .orElse(LoginAnswer.WRONG)
                .line(protocol);
    }

    /** The same for SASL PLAIN (RFC 4616 §2) in Base64. */
    String answerPlain(Protocol protocol, String base64) {
        try {
            var message = Base64.getDecoder().decode(base64);
            int name = after(message, 0);
            int password = after(message, name);
            return answer(
                    protocol,
                    new String(message, name, password - 1 - name, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(message, password, message.length));
        } catch (IllegalArgumentException notPlain) {
            return LoginAnswer.WRONG.line(protocol);
        }
    }

    private static int after(byte[] message, int from) {
        for (int at = from; at < message.length; at++) if (message[at] == 0) return at + 1;
        throw new IllegalArgumentException("no NUL");
    }
}
