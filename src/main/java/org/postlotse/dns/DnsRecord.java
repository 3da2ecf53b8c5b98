package org.postlotse.dns;

import java.util.Locale;

/**
 * One record that a mail domain ought to have.
 *
 * @param purpose what it is good for
 * @param name the whole name in A-labels, with its dot at the end
 * @param type {@code CNAME}, {@code A}, {@code AAAA}, {@code SRV} or {@code TXT}
 * @param data as a zone file writes it
 */
public record DnsRecord(Purpose purpose, String name, String type, String data) {
    private static final int TTL = 3600;

    /** What a record is good for. */
    public enum Purpose {
        /** Thunderbird and its kin find the autoconfig file. */
        AUTOCONFIG,
        /** Outlook and its kin find Autodiscover. */
        AUTODISCOVER,
        /** Outlook finds Autodiscover where the name above has no certificate. */
        AUTODISCOVER_SERVICE,
        /** Programs that know PACC find their document. */
        PACC,
        /** They believe it because of this. */
        PACC_DIGEST,
        /** Programs find address books or calendars (RFC 6764). */
        DAV,
        /** And where on that host they begin. */
        DAV_PATH,
        /** Programs that go by RFC 6186 find a server. */
        SERVER,
        /** They are told that there is no such server. */
        NO_SERVER;

        /** As in texts' keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether programs that many people have are lost without it. */
        public boolean required() {
            return this == AUTOCONFIG || this == AUTODISCOVER;
        }
    }

    /** Its line in a zone file. */
    public String line() {
        return name + " " + TTL + " IN " + type + " " + data;
    }
}
