package org.postlotse.web.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.guide.Device;
import org.postlotse.guide.Guides;

/**
 * What a program's own name (IMAP ID, RFC 2971) says of the guide that its owner needs. A guess: whoever has another program
 * finds it one page back.
 *
 * @param program the id of a guide that there is
 */
record GuessedProgram(String program, Device device) {
    /** A part of the name in small letters; the first line that fits counts. */
    private record Sign(String part, String program, Device device) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("iphone mail", "apple-mail-ios", Device.IPHONE),
            new Sign("ipad mail", "apple-mail-ios", Device.IPAD),
            new Sign("mac os x mail", "apple-mail-mac", Device.MAC),
            new Sign("macos mail", "apple-mail-mac", Device.MAC),
            new Sign("k-9 mail", "thunderbird-android", Device.ANDROID),
            new Sign("thunderbird for android", "thunderbird-android", Device.ANDROID),
            new Sign("thunderbird (android", "thunderbird-android", Device.ANDROID),
            new Sign("thunderbird", "thunderbird-desktop", Device.WINDOWS),
            new Sign("fairemail", "fairemail", Device.ANDROID),
            new Sign("samsung", "samsung-email", Device.ANDROID),
            new Sign("gmail", "gmail-android", Device.ANDROID),
            new Sign("com.google.android", "gmail-android", Device.ANDROID),
            new Sign("outlook for ios", "outlook-mobile", Device.IPHONE),
            new Sign("outlook for android", "outlook-mobile", Device.ANDROID),
            new Sign("microsoft outlook for mac", "outlook-mac", Device.MAC),
            new Sign("emclient", "em-client", Device.WINDOWS),
            new Sign("em client", "em-client", Device.WINDOWS));

    /** Empty where the name tells nothing, or there is no guide for it. */
    static Optional<GuessedProgram> of(String client, Guides guides) {
        var name = client.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> name.contains(sign.part()))
                .findFirst()
                .filter(sign -> guides.find(sign.program()).isPresent())
                .map(sign -> new GuessedProgram(sign.program(), sign.device()));
    }
}
