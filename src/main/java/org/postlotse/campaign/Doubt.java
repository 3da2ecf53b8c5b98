package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.postlotse.evidence.Census;
import org.postlotse.evidence.Logins;

/**
 * Holds letters back while the logs show what can hardly be: a load balancer that ends TLS makes everybody look unencrypted,
 * and a webmail seems to be a customer with a thousand mailboxes. Who has looked and knows that it is so says so.
 */
@Singleton
class Doubt {
    private static final Logger LOG = Logger.getLogger(Doubt.class);
    private static final Duration LATELY = Duration.ofDays(7);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Logins logins;
    private final CampaignSettings settings;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private boolean doubtful;

    @Inject
    Doubt(Logins logins, CampaignSettings settings, Clock clock) {
        this.logins = logins;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does it, unless it is doubtful whom it would reach. */
    void unlessAny(Runnable run) {
        if (!any()) run.run();
    }

    /** Whether nobody should be written to before somebody has looked. */
    synchronized boolean any() {
        if (settings.believesLogs()) return false;
        var now = clock.instant();
        if (asked.isBefore(now.minus(REMEMBERED))) {
            var census = logins.census(now.minus(LATELY));
            if (census.isDoubtful() && !doubtful) warn(census);
            doubtful = census.isDoubtful();
            asked = now;
        }
        return doubtful;
    }

    private static void warn(Census census) {
        LOG.warnf(
                "no letters are sent: within a week %d of %d mailboxes logged in unencrypted, and %d addresses did so for more"
                        + " than %d mailboxes each; at these ports of TLS hardly anybody looks encrypted: %s. Does a proxy or load balancer end TLS, or is there a webmail? Tell us in"
                        + " postlotse.evidence (own-networks, back-ends, tls-ports). If it is as it looks, write"
                        + " postlotse.campaign.believe-logs: true",
                census.unencrypted(), census.mailboxes(), census.crowds(), Census.CROWD, census.darkPorts());
    }
}
