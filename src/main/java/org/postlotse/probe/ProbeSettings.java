package org.postlotse.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/**
 * What the configuration says about asking. It is read when it is first needed, not when the bean is made: at start a
 * file that it names may not be there yet.
 */
@Singleton
class ProbeSettings implements SettingsCheck {
    private static final String DEADLINE = "postlotse.probe.deadline";
    private static final String TRUST_STORE = "postlotse.probe.trust-store";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s)");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Supplier<Read> reading;
    private Optional<Read> read = Optional.empty();

    @Inject
    ProbeSettings(ProbeConfig config) {
        this.reading = () -> read(config);
    }

    ProbeSettings(Duration deadline, Trust trust) {
        this.reading = () -> new Read(deadline, trust, List.of());
    }

    private record Read(Duration deadline, Trust trust, List<Fault> faults) {}

    @Override
    public List<Fault> faults() {
        return read().faults();
    }

    Duration deadline() {
        return read().deadline();
    }

    Trust trust() {
        return read().trust();
    }

    private synchronized Read read() {
        var known = read.orElseGet(reading);
        read = Optional.of(known);
        return known;
    }

    private static Read read(ProbeConfig config) {
        var faults = new ArrayList<Fault>();
        var deadline = time(config.deadline().strip());
        if (deadline.isEmpty())
            faults.add(new Fault(
                    DEADLINE, "is “" + config.deadline() + "”; write a time from 1s to 60s, such as 10s or 2500ms"));
        var authorities = config.trustStore()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(file -> authorities(file, config.trustStorePassword(), faults))
                .orElse(List.of());
        return new Read(deadline.orElse(LONGEST), Trust.inJdkAnd(authorities), List.copyOf(faults));
    }

    private static Optional<Duration> time(String text) {
        var match = TIME.matcher(text);
        if (!match.matches()) return Optional.empty();
        long count = Long.parseLong(match.group(1));
        var time = "s".equals(match.group(2)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
        return Optional.of(time).filter(each -> each.compareTo(SHORTEST) >= 0 && each.compareTo(LONGEST) <= 0);
    }

    private static List<X509Certificate> authorities(String file, Optional<String> password, List<Fault> faults) {
        try {
            var found = AuthorityFile.read(Path.of(file), password);
            if (!found.isEmpty()) return found;
            faults.add(new Fault(TRUST_STORE, "is " + file + ", in which there is no certificate"));
        } catch (InvalidPathException | IOException unreadable) {
            faults.add(new Fault(TRUST_STORE, "is " + file + ", which can not be read: " + unreadable));
        } catch (GeneralSecurityException broken) {
            faults.add(new Fault(
                    TRUST_STORE, "is " + file + ", which is neither PEM certificates nor a PKCS#12 or JKS store"));
        }
        return List.of();
    }
}
