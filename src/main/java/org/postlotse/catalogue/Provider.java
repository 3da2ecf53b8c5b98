package org.postlotse.catalogue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hoster, as its customers know it.
 *
 * @param id its main domain; identifies it in documents
 * @param name at most 60 characters
 * @param shortName at most 20 characters
 * @param webmail where customers read mail in a browser
 * @param help where its own help begins
 * @param phone as people dial it
 * @param hours when the phone is answered
 * @param calendars where CalDAV (RFC 4791) begins, by https; empty when there are none
 * @param contacts where CardDAV (RFC 6352) begins, by https; empty when there are none
 * @param passwordPage where customers set a new password; empty where {@code help} tells how
 */
public record Provider(
        Domain id,
        String name,
        String shortName,
        URI webmail,
        URI help,
        String phone,
        OfficeHours hours,
        Optional<URI> calendars,
        Optional<URI> contacts,
        Optional<URI> passwordPage) {
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?\\s*");

    /** One whose help tells how to set a new password, and whose hours are said alike in every language. */
    public Provider(
            Domain id,
            String name,
            String shortName,
            URI webmail,
            URI help,
            String phone,
            String hours,
            Optional<URI> calendars,
            Optional<URI> contacts) {
        this(
                id,
                name,
                shortName,
                webmail,
                help,
                phone,
                new OfficeHours(hours, Map.of()),
                calendars,
                contacts,
                Optional.empty());
    }

    /** One that has neither calendars nor contacts. */
    public Provider(Domain id, String name, String shortName, URI webmail, URI help, String phone, String hours) {
        this(id, name, shortName, webmail, help, phone, hours, Optional.empty(), Optional.empty());
    }

    /** Whether people see a name as it is written: Thunderbird 149 (2026-01) makes 7 of 007, and 100000 of 1e5. */
    public static boolean isName(String text) {
        return !NUMBER.matcher(text).matches();
    }
}
