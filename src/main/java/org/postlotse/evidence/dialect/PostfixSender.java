package org.postlotse.evidence.dialect;

import org.jspecify.annotations.Nullable;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Manner;
import org.postlotse.evidence.Protection;

/** Who sends by Postfix through a connection of which only a later line tells how it is protected. */
final class PostfixSender {
    private final Manner manner;
    private final boolean forwarded;
    /** The manner through a connection that is protected as the latest one was. */
    private Manner latest;

    private Encryption encryption = Encryption.UNKNOWN;
    private @Nullable Tls tls;

    /** @param forwarded whether it is a trusted proxy's word: what the client did is not known */
    PostfixSender(Manner manner, boolean forwarded) {
        this.manner = manner;
        this.forwarded = forwarded;
        latest = manner;
    }

    boolean isForwarded() {
        return forwarded;
    }

    /** As far as the line alone tells. */
    Manner manner() {
        return manner;
    }

    /** Through a connection that is protected so. */
    Manner manner(Encryption encryption, @Nullable Tls tls) {
        if (encryption != this.encryption || tls != this.tls) protect(encryption, tls);
        return latest;
    }

    private void protect(Encryption encryption, @Nullable Tls tls) {
        this.encryption = encryption;
        this.tls = tls;
        latest = manner.with(new Protection(
                encryption,
                tls == null ? "" : tls.version(),
                tls == null ? "" : tls.cipher(),
                manner.facts().protection().mechanism()));
    }
}
