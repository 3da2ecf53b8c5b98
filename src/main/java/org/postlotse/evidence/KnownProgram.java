package org.postlotse.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A program that is known by what it calls itself (IMAP ID, RFC 2971), or by how it logs in. */
public enum KnownProgram {
    APPLE_MAIL_IPHONE("apple-mail-ios", Platform.IPHONE, "iphone mail"),
    APPLE_MAIL_IPAD("apple-mail-ios", Platform.IPAD, "ipad mail"),
    APPLE_MAIL_MAC("apple-mail-mac", Platform.MAC, "mac os x mail", "macos mail"),
    THUNDERBIRD_ANDROID(
            "thunderbird-android", Platform.ANDROID, "k-9 mail", "thunderbird for android", "thunderbird (android"),
    THUNDERBIRD("thunderbird-desktop", Platform.WINDOWS, "thunderbird"),
    FAIREMAIL("fairemail", Platform.ANDROID, "fairemail"),
    SAMSUNG("samsung-email", Platform.ANDROID, "samsung"),
    GMAIL("gmail-android", Platform.ANDROID, "gmail", "com.google.android"),
    OUTLOOK_IOS("outlook-mobile", Platform.IPHONE, "outlook for ios"),
    OUTLOOK_ANDROID("outlook-mobile", Platform.ANDROID, "outlook for android"),
    OUTLOOK_MAC("outlook-mac", Platform.MAC, "microsoft outlook for mac"),
    EM_CLIENT("em-client", Platform.WINDOWS, "emclient", "em client"),
    /** Calls itself nothing, but is the one with Secure Password Authentication. */
    OUTLOOK_CLASSIC("outlook-classic", Platform.WINDOWS);

    private final String id;
    private final Platform platform;
    private final List<String> parts;

    KnownProgram(String id, Platform platform, String... parts) {
        this.id = id;
        this.platform = platform;
        this.parts = List.of(parts);
    }

    /** Where it runs, mostly. */
    public enum Platform {
        IPHONE,
        IPAD,
        MAC,
        ANDROID,
        WINDOWS
    }

    /** Empty where the name is none that we know; the first one that fits counts. */
    public static Optional<KnownProgram> of(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(program -> program.parts.stream().anyMatch(small::contains))
                .findFirst();
    }

    /** The id of the guide that its owner needs; it may be that there is none. */
    public String id() {
        return id;
    }

    public Platform platform() {
        return platform;
    }
}
