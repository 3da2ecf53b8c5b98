package org.postlotse.catalogue;

/**
 * How the hoster forms a login name from an address.
 */
public enum LoginName {
    /** The whole address: {@code erika@example.org}. */
    ADDRESS("{address}"),
    /** The part before the at sign: {@code erika}. */
    LOCALPART("{localpart}");

    private final String pattern;

    LoginName(String pattern) {
        this.pattern = pattern;
    }

    /** As written in the configuration. */
    public String pattern() {
        return pattern;
    }

    /** The login name of a mailbox, its domain in A-labels. */
    public String of(EmailAddress address) {
        return switch (this) {
            case ADDRESS -> address.localPart() + "@" + address.domain().name();
            case LOCALPART -> address.localPart();
        };
    }
}
