package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;

/** Apple profiles, as a page hands them out. */
@Singleton
public final class Profiles {
    private final AppleProfile format;
    private final ProfileSigner signer;

    @Inject
    Profiles(AppleProfile format, ProfileSigner signer) {
        this.format = format;
        this.signer = signer;
    }

    /** Whether profiles are signed; of an unsigned one the device warns, and pages say so beforehand. */
    public boolean signed() {
        return signer.configured();
    }

    /** The profile that somebody has put together. */
    public Document write(ProfileOrder order) {
        return format.write(order);
    }

    /** How the key fares with which they are signed; empty where none is configured. Reads files that have changed. */
    public Optional<SigningState> signing() {
        return signer.state();
    }

    /**
     * The profile for a mailbox.
     *
     * @throws SigningBroken when it is to be signed and can not be
     * @throws IllegalArgumentException when the offer does not fetch mail by this protocol
     */
    public Document write(Offer offer, EmailAddress address, Protocol incoming, Locale language) {
        return format.write(new Mailbox(address, offer, incoming, language, Optional.empty()));
    }
}
