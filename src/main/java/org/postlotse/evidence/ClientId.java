package org.postlotse.evidence;

import java.util.regex.Pattern;

/**
 * What a program calls itself (IMAP ID, RFC 2971). It is anybody's text: cut, and without what moves or hides other text.
 *
 * @param name such as {@code Thunderbird} or {@code iPhone Mail}; empty where it told none
 * @param version as told; empty where it told none
 * @param os such as {@code iOS}; empty where it told none
 */
public record ClientId(String name, String version, String os) {
    private static final int LONGEST = 60;
    /** Dovecot: {@code name=Mac OS X Mail, version=16.0 (…), os=Mac OS X}. A value ends where the next key begins. */
    private static final Pattern LISTED = Pattern.compile("(?:^|, )(name|version|os)=(.*?)(?=, [a-z-]{2,30}=|$)");
    /** Cyrus, and Dovecot's auth policy: {@code "name" "Thunderbird" "version" "115.3.1"}. */
    private static final Pattern QUOTED = Pattern.compile("\"(name|version|os)\" \"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Control characters, and marks that turn the direction of what follows. */
    private static final Pattern MOVING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\uFFFD]");

    public ClientId {
        name = quiet(name);
        version = quiet(version);
        os = quiet(os);
    }

    /** Reads what a server logged of it; what is in no known form tells nothing. */
    public static ClientId parse(String logged) {
        var matcher = (logged.startsWith("\"") ? QUOTED : LISTED).matcher(logged);
        String name = "";
        String version = "";
        String os = "";
        while (matcher.find()) {
            var value = matcher.group(2);
            switch (matcher.group(1)) {
                case "name" -> name = name.isEmpty() ? value : name;
                case "version" -> version = version.isEmpty() ? value : version;
                default -> os = os.isEmpty() ? value : os;
            }
        }
        return new ClientId(name, version, os);
    }

    /** What stays the same when the program is brought up to date. */
    public String lasting() {
        return os.isEmpty() || name.isEmpty() ? name : name + " (" + os + ")";
    }

    private static String quiet(String text) {
        var visible = MOVING.matcher(text).replaceAll("").strip();
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
