package org.postlotse.probe;

import java.time.Instant;
import java.util.Locale;
import org.postlotse.catalogue.Protocol;

/**
 * What happened when a login was tried, in one word. Every word has its text in every language; what a server itself
 * said stands beside it, in the {@link Finding}.
 */
public sealed interface Verdict {
    /** Logged in over TLS. */
    record Working() implements Verdict {}

    /** The server refused name or password, and the name is in the offer's form. */
    record WrongPassword() implements Verdict {}

    /**
     * The server refused name or password, and the name is not in the offer's form.
     *
     * @param expected the login name that the offer asks for
     */
    record WrongLoginName(String expected) implements Verdict {}

    /** The mailbox is closed; only the hoster can open it. */
    record AccountDisabled() implements Verdict {}

    /** The password was right once; a new one has to be set. */
    record PasswordExpired() implements Verdict {}

    /** Programs need a password of their own. */
    record AppPasswordNeeded() implements Verdict {}

    /**
     * This protocol refuses a mailbox that another protocol lets in.
     *
     * @param other the protocol that works
     */
    record ServiceNotBooked(Protocol other) implements Verdict {}

    /** The server wants to be left alone for a while. */
    record TooManyAttempts() implements Verdict {}

    /** The server says that it can not at the moment. */
    record TemporarilyDown() implements Verdict {}

    /** STARTTLS is due here and was not announced, or was refused. */
    record EncryptionMissing() implements Verdict {}

    /** The server takes no password although the connection is encrypted. */
    record PlaintextRefused() implements Verdict {}

    /** The server offers no way to log in that every program knows: neither PLAIN nor LOGIN. */
    record MechanismMissing() implements Verdict {}

    /** The certificate's time is over. */
    record CertificateExpired(SeenCertificate seen) implements Verdict {}

    /** The certificate's time has not begun. */
    record CertificateNotYetValid(SeenCertificate seen) implements Verdict {}

    /** The certificate is for other hosts (RFC 9525). */
    record CertificateWrongHost(SeenCertificate seen) implements Verdict {}

    /** Nobody whom we trust vouches for the certificate. */
    record CertificateUntrusted(SeenCertificate seen) implements Verdict {}

    /** The server does not send the certificate between its own and the authority's. */
    record CertificateIncomplete(SeenCertificate seen) implements Verdict {}

    /** A key in the chain is too short, or a signature too weak. */
    record CertificateWeakKey(SeenCertificate seen) implements Verdict {}

    /** The server speaks no TLS from 1.2 on. */
    record TlsTooOld() implements Verdict {}

    /** Where TLS was due came something else, or TLS went wrong. */
    record TlsBroken() implements Verdict {}

    /** DNS knows no address for the host. */
    record NameUnknown() implements Verdict {}

    /** No address of the host takes the connection. */
    record Unreachable() implements Verdict {}

    /**
     * The time was over.
     *
     * @param stage how far it had come
     */
    record Silent(Stage stage) implements Verdict {}

    /**
     * The server does what its protocol forbids, or hangs up without a word.
     *
     * @param stage how far it had come
     */
    record ProtocolBroken(Stage stage) implements Verdict {}

    /** The server refuses in words that we do not know. */
    record Puzzling() implements Verdict {}

    /** Not asked: as many log-ins as we allow ourselves are under way there. */
    record Busy() implements Verdict {}

    /**
     * Not asked: the server turned us away again and again, whoever the customer was, so it is left alone.
     *
     * @param until when it is asked again
     */
    record Unwelcome(Instant until) implements Verdict {}

    /** The word in kebab case, {@code certificate-wrong-host}: the key of its texts. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Whether the login worked. */
    default boolean works() {
        return this instanceof Working;
    }

    /** Whether name or password were refused. */
    default boolean refusesCredentials() {
        return this instanceof WrongPassword || this instanceof WrongLoginName;
    }

    /** Who can do something about it. */
    default Blame blame() {
        return switch (this) {
            case Working _, ServiceNotBooked _, TooManyAttempts _, Busy _, Puzzling _ -> Blame.NOBODY;
            case WrongPassword _, WrongLoginName _, PasswordExpired _, AppPasswordNeeded _ -> Blame.CUSTOMER;
            case AccountDisabled _, TemporarilyDown _, EncryptionMissing _, PlaintextRefused _, MechanismMissing _ ->
                Blame.HOSTER;
            case CertificateExpired _,
                    CertificateNotYetValid _,
                    CertificateWrongHost _,
                    CertificateUntrusted _,
                    CertificateIncomplete _,
                    CertificateWeakKey _ -> Blame.HOSTER;
            case TlsTooOld _, TlsBroken _, NameUnknown _, Unreachable _, ProtocolBroken _, Unwelcome _ -> Blame.HOSTER;
            case Silent silent -> silent.stage() == Stage.CONNECT ? Blame.NETWORK : Blame.HOSTER;
        };
    }
}
