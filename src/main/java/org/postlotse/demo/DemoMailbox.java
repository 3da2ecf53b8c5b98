package org.postlotse.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.EmailAddress;

/** A mailbox for every verdict that the check can give. All of them have the same {@link #PASSWORD}. */
public enum DemoMailbox {
    OK("working", LoginAnswer.WELCOME, "everything works"),
    WRONG_PASSWORD("wrong-password", LoginAnswer.WRONG, "the password is always refused"),
    WRONG_LOGIN_NAME("wrong-login-name", LoginAnswer.WELCOME, "the name without its domain is refused"),
    ACCOUNT_DISABLED("account-disabled", LoginAnswer.DISABLED, "the mailbox is closed"),
    PASSWORD_EXPIRED("password-expired", LoginAnswer.EXPIRED, "the password has expired"),
    APP_PASSWORD("app-password-needed", LoginAnswer.APP_PASSWORD, "programs need a password of their own"),
    POP3_ONLY("service-not-booked", LoginAnswer.NOT_BY_IMAP, "POP3 works, IMAP refuses"),
    TOO_MANY("too-many-attempts", LoginAnswer.TOO_MANY, "the server wants to be left alone"),
    DOWN("temporarily-down", LoginAnswer.DOWN, "the server can not look passwords up"),
    PLAINTEXT_REFUSED("plaintext-refused", LoginAnswer.CLEAR_TEXT, "the server does not notice that it is encrypted"),
    PUZZLING("puzzling", LoginAnswer.PUZZLING, "the server refuses in words that nobody knows"),
    OLD_LOGIN("mechanism-missing", Oddity.CRAM_MD5_ONLY, "the server takes CRAM-MD5 only"),
    NO_STARTTLS("encryption-missing", Oddity.NO_STARTTLS, "the server does not offer STARTTLS"),
    EXPIRED_CERTIFICATE("certificate-expired", Oddity.EXPIRED_CERTIFICATE, "the certificate has expired"),
    NOT_YET_VALID(
            "certificate-not-yet-valid", Oddity.NOT_YET_VALID_CERTIFICATE, "the certificate begins to count later"),
    WRONG_HOST("certificate-wrong-host", Oddity.OTHER_HOSTS_CERTIFICATE, "the certificate is for another host"),
    UNTRUSTED("certificate-untrusted", Oddity.STRANGERS_CERTIFICATE, "nobody knows who signed the certificate"),
    INCOMPLETE_CHAIN("certificate-incomplete", Oddity.INCOMPLETE_CHAIN, "the intermediate certificate is not sent"),
    WEAK_KEY("certificate-weak-key", Oddity.WEAK_KEY, "the key is too short"),
    OLD_TLS("tls-too-old", Oddity.OLD_TLS, "the server speaks TLS 1.0 only"),
    BROKEN_TLS("tls-broken", Oddity.BROKEN_TLS, "the server speaks clear text where TLS is due"),
    NO_SUCH_HOST("name-unknown", Oddity.NO_HOST, "DNS does not know the server"),
    UNREACHABLE("unreachable", Oddity.NO_SERVER, "nobody listens"),
    SILENT("silent", Oddity.SILENT, "the server takes the connection and never says a word"),
    PREAUTH("protocol-broken", Oddity.PREAUTH, "the server greets as if one were logged in");

    /** What logs in to all of them that let anybody in. */
    public static final String PASSWORD = "postlotse";

    static final Domain DOMAIN = new Domain("demo.example");

    private final String kind;
    private final LoginAnswer answer;
    private final Oddity oddity;
    private final String shows;

    DemoMailbox(String kind, LoginAnswer answer, String shows) {
        this(kind, answer, Oddity.NONE, shows);
    }

    DemoMailbox(String kind, Oddity oddity, String shows) {
        this(kind, LoginAnswer.WELCOME, oddity, shows);
    }

    DemoMailbox(String kind, LoginAnswer answer, Oddity oddity, String shows) {
        this.kind = kind;
        this.answer = answer;
        this.oddity = oddity;
        this.shows = shows;
    }

    /** {@code wrong-password@demo.example}: the constant's name in kebab case. */
    public EmailAddress address() {
        return new EmailAddress(name().toLowerCase(Locale.ROOT).replace('_', '-'), DOMAIN);
    }

    /** What its owner has in his program, where that is not the address. */
    public Optional<String> typedLoginName() {
        return this == WRONG_LOGIN_NAME ? Optional.of(address().localPart()) : Optional.empty();
    }

    /** The verdict to expect, as {@code Verdict.kind()} calls it. */
    public String kind() {
        return kind;
    }

    /** What is the matter with it, in a few English words. */
    public String shows() {
        return shows;
    }

    Oddity oddity() {
        return oddity;
    }

    LoginAnswer answer() {
        return answer;
    }

    static Optional<DemoMailbox> of(String loginName) {
        return Arrays.stream(values())
                .filter(mailbox -> mailbox.address().normalised().equalsIgnoreCase(loginName))
                .findFirst();
    }
}
