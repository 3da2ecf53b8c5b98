package org.postlotse.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The method that is switched off first (RFC 2195). */
public final class CramMd5 {
    private CramMd5() {}

    /** What is said to a challenge, both in base64. */
    public static String answer(String challenge, String user, String password) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
        var digest = HexFormat.of().formatHex(mac.doFinal(Base64.getDecoder().decode(challenge.strip())));
        return Base64.getEncoder().encodeToString((user + " " + digest).getBytes(StandardCharsets.UTF_8));
    }
}
