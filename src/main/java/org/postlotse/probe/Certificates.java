package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Port;
import org.postlotse.probe.Verdict.Unreachable;
import org.postlotse.probe.Verdict.Working;

/** Looks at the certificate that an address shows for a name, with the same eyes as when somebody logs in. */
@Singleton
public class Certificates {
    private final ProbeSettings settings;
    private final Clock clock;

    @Inject
    Certificates(ProbeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Connects to that address and to no other one, agrees on TLS and says nothing. The caller knows whose it is. */
    public ShownCertificate look(Host name, InetAddress address, Port port) {
        var deadline = Deadline.in(settings.deadline());
        try (var socket = new Dialling(List.of(address), port, deadline).connect()) {
            new Tls(settings.trust(), clock)
                    .over(socket, name, encryption -> {})
                    .close();
            return ShownCertificate.of(new Working());
        } catch (EarlyVerdict early) {
            return ShownCertificate.of(early.verdict());
        } catch (IOException gone) {
            return ShownCertificate.of(new Working()); // all was agreed on; only the farewell was lost
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ShownCertificate.of(new Unreachable());
        }
    }
}
