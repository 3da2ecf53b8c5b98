package org.postlotse.evidence.dialect;

import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Endpoint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;

/** Who sends by Postfix, as one of its lines tells: how the connection is protected, other lines do. */
final class PostfixSender {
    private final String user;
    private final boolean forwarded;
    private final Manner manner;
    /** The manner through a connection that is protected as the latest one was. */
    private Manner latest;

    private Encryption encryption = Encryption.UNKNOWN;
    private String version = "";
    private String cipher = "";

    /** @param mechanism as logged; {@code XCLIENT} is a trusted proxy's word: what the client did is not known */
    PostfixSender(String user, String from, String mechanism) {
        this.user = user;
        forwarded = mechanism.equals("XCLIENT");
        var unknown = new Protection(Encryption.UNKNOWN, "", "", forwarded ? "" : mechanism);
        manner = new Manner(new Manner.Facts(LoginProtocol.SMTP, user, from, Endpoint.UNKNOWN, unknown, ""));
        latest = manner;
    }

    String user() {
        return user;
    }

    boolean isForwarded() {
        return forwarded;
    }

    /** As far as the line alone tells. */
    Manner manner() {
        return manner;
    }

    /** Through a connection that is protected so. */
    Manner manner(Encryption encryption, PostfixSession session) {
        boolean alike =
                encryption == this.encryption && session.version.equals(version) && session.cipher.equals(cipher);
        if (!alike) protect(encryption, session.version, session.cipher);
        return latest;
    }

    private void protect(Encryption encryption, String version, String cipher) {
        this.encryption = encryption;
        this.version = version;
        this.cipher = cipher;
        latest = manner.with(new Protection(
                encryption, version, cipher, manner.facts().protection().mechanism()));
    }
}
