package org.postlotse.evidence;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.postlotse.catalogue.Catalogue;

/** The way in for lines from anywhere: every source is read with the same dialects and rules into the same memory. */
@Singleton
public class Evidence {
    private static final String HMAC = "HmacSHA256";
    private static final int DIGITS = 12;
    /** For so long a shipper may try again. */
    private static final Duration SENT_AGAIN = Duration.ofDays(3);
    /** What digests of addresses begin with. */
    private static final String DIGEST = "#";

    private final List<LogDialect> dialects;
    private final EvidenceSettings settings;
    private final Mailboxes mailboxes;
    private final Logins logins;
    private final FailedAttempts failedAttempts;
    private final Sources sources;
    private final SourceBook sourceBook;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    Evidence(
            @All List<LogDialect> dialects,
            EvidenceSettings settings,
            Mailboxes mailboxes,
            Logins logins,
            FailedAttempts failedAttempts,
            Sources sources,
            SourceBook sourceBook,
            Catalogue catalogue,
            Clock clock) {
        this.dialects = dialects;
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.logins = logins;
        this.failedAttempts = failedAttempts;
        this.sources = sources;
        this.sourceBook = sourceBook;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Begins to read a source whose stamps are of the hoster's zone where they name none. */
    public SourceReading begin() {
        return begin(catalogue.zone(), dialects);
    }

    /** A source that is to be read: whoever looks misses it while nothing comes. */
    public void expect(String source) {
        sources.account(source);
    }

    /**
     * Begins to read a source that is looked after while this process lives.
     *
     * @param source its name
     */
    public SourceReading begin(String source, ZoneId zone, List<LogDialect> spoken) {
        return begin(zone, spoken).of(sources.account(source));
    }

    /**
     * Begins to read a source.
     *
     * @param zone of stamps that name none
     * @param spoken the dialects that its lines may be in
     */
    public SourceReading begin(ZoneId zone, List<LogDialect> spoken) {
        var judge = new Judge(settings, mailboxes, stored());
        return new SourceReading(
                spoken,
                zone,
                clock,
                new Collector(judge, catalogue.zone()),
                new SourceReading.Memory(logins, failedAttempts));
    }

    /** Does what the settings promise about customers' addresses and about devices of long ago. */
    public Tidied tidy() {
        var now = clock.instant();
        failedAttempts.expire();
        logins.forgetBatches(now.minus(SENT_AGAIN));
        sourceBook.expire(today(now).minusDays(SourceBook.DAYS));
        return new Tidied(
                logins.shorten(now.minus(Duration.ofDays(settings.addressDays()))),
                logins.expire(today(now).minusDays(settings.keepDays())));
    }

    /**
     * What was tidied up.
     *
     * @param shortened addresses that were cut down to their networks
     * @param expired devices that were forgotten
     */
    public record Tidied(int shortened, int expired) {}

    /**
     * Whether a device was seen last where somebody is now: the same address, or the same household of IPv6. That it was
     * elsewhere says nothing: telephones have networks of their own.
     *
     * @param address as whoever asks comes to us
     */
    public boolean isAt(Device device, String address) {
        var seen = device.network();
        if (seen.isEmpty()) return false;
        return seen.startsWith(DIGEST)
                ? seen.equals(stored().apply(address))
                : seen.equals(address) || address.indexOf(':') >= 0 && sameHousehold(seen, address);
    }

    private static boolean sameHousehold(String one, String other) {
        var network = Network.shortened(one);
        return !network.isEmpty() && network.equals(Network.shortened(other));
    }

    /** What counts as insecure now. */
    public Lately lately() {
        var now = clock.instant();
        return Lately.at(now, today(now));
    }

    /** The same where so many different days are asked for, 1 or 2. */
    public Lately lately(int days) {
        return days == 1 ? Lately.once(clock.instant()) : lately();
    }

    /** The hoster's day. */
    public LocalDate today() {
        return today(clock.instant());
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, catalogue.zone());
    }

    private UnaryOperator<String> stored() {
        return settings.digestAddresses() ? digesting(logins.digestKey()) : UnaryOperator.identity();
    }

    private static UnaryOperator<String> digesting(byte[] key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return address -> address.isEmpty()
                    ? ""
                    : DIGEST
                            + HexFormat.of()
                                    .formatHex(mac.doFinal(Ascii.of(address)))
                                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException | InvalidKeyException broken) {
            throw new IllegalStateException(broken); // every Java has it
        }
    }
}
