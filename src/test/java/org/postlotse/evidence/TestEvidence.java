package org.postlotse.evidence;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.dialect.AllDialects;

/** Readers of logs without a container. */
public final class TestEvidence {
    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private TestEvidence() {}

    /** Settings as a hoster writes them, without their prefix. */
    static EvidenceSettings settings(Map<String, String> written) {
        return new EvidenceSettings(new SmallRyeConfigBuilder()
                .withMapping(EvidenceConfig.class)
                .withSources(new PropertiesConfigSource(written, "test", 100))
                .build()
                .getConfigMapping(EvidenceConfig.class));
    }

    /** Reads into this memory; addresses of {@code hoster.example} are mailboxes. */
    public static SourceReading into(Logins logins) {
        return into(logins, new MemoryFailures());
    }

    /** The same, and what failed. */
    public static SourceReading into(Logins logins, FailedAttempts failures) {
        return into(
                new SourceReading.Memory(logins, failures),
                settings(Map.of("postlotse.evidence.default-domain", "hoster.example")));
    }

    static SourceReading into(Logins logins, EvidenceSettings settings) {
        return into(new SourceReading.Memory(logins, new MemoryFailures()), settings);
    }

    static SourceReading into(SourceReading.Memory memory, EvidenceSettings settings) {
        return into(memory, settings, new Served());
    }

    /** Reads into this memory, of a hoster who has these mailboxes. */
    static SourceReading into(SourceReading.Memory memory, EvidenceSettings settings, Mailboxes mailboxes) {
        var judge = new Judge(settings, mailboxes, address -> address);
        return new SourceReading(AllDialects.list(), ZoneOffset.UTC, NOW, new Collector(judge, ZoneOffset.UTC), memory);
    }

    /** What other rooms ask about log-ins. */
    public static Evidence asking(Logins logins, Catalogue catalogue, Clock clock) {
        return new Evidence(
                List.of(),
                settings(Map.of()),
                new Served(),
                logins,
                new MemoryFailures(),
                sources(),
                new MemorySources(),
                catalogue,
                clock);
    }

    /** Whose sums are written down nowhere. */
    public static Sources sources() {
        return new Sources(new MemorySources());
    }

    private static final class Served implements Mailboxes {
        @Override
        public boolean has(EmailAddress address) {
            return address.domain().name().equals("hoster.example");
        }

        @Override
        public boolean isOld(String host, EmailAddress mailbox) {
            return host.startsWith("mail.old-name.");
        }
    }
}
