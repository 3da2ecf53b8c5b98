package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about the mail server that takes our letters, and all that is wrong with it. */
@Singleton
class PostSettings implements SettingsCheck, Returns.ReturnAddress {
    private static final String CODE = "{code}";
    private static final String ANY_CODE = "23456789";
    private static final int MOST_CONNECTIONS = 50;

    private final SettingsReader reader = new SettingsReader("postlotse.campaign.post.");
    private final Optional<Wire> wire;
    private final Optional<InternetAddress> from;
    private final Optional<String> bounces;
    private final int connections;

    @Inject
    PostSettings(PostConfig config) {
        connections = reader.number("connections", config.connections(), MOST_CONNECTIONS);
        var host = config.host().map(String::strip).filter(text -> !text.isEmpty());
        from = sender(config, host.isPresent());
        bounces = config.bounces().map(String::strip).filter(text -> !text.isEmpty());
        bounces.ifPresent(this::checkBounces);
        wire = host.map(name -> Wire.read(
                name,
                new Wire.Written(
                        config.port(), config.security(), config.username(), config.password(), config.trustStore()),
                reader));
    }

    @Override
    public List<Fault> faults() {
        return reader.faults();
    }

    /** Empty where no mail server is named: then letters can be looked at and not sent. */
    Optional<Wire> wire() {
        return wire;
    }

    Optional<InternetAddress> from() {
        return from;
    }

    /** The address to which a refused letter comes back. */
    Optional<String> bounces(CheckCode code) {
        return bounces.map(pattern -> pattern.replace(CODE, code.letters().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<CheckCode> code(String address) {
        return bounces.map(pattern -> pattern.toLowerCase(Locale.ROOT)).flatMap(pattern -> {
            int place = pattern.indexOf(CODE);
            var before = pattern.substring(0, place);
            var after = pattern.substring(place + CODE.length());
            var whole = address.strip().toLowerCase(Locale.ROOT);
            return whole.length() == before.length() + ANY_CODE.length() + after.length()
                            && whole.startsWith(before)
                            && whole.endsWith(after)
                    ? CheckCode.read(whole.substring(before.length(), whole.length() - after.length()))
                    : Optional.empty();
        });
    }

    /** Letters on their way at the same time; 0 where there is nobody to take them. */
    int connections() {
        return wire.isPresent() ? connections : 0;
    }

    private Optional<InternetAddress> sender(PostConfig config, boolean wanted) {
        var text = config.from().map(String::strip).filter(written -> !written.isEmpty());
        if (text.isEmpty()) {
            if (wanted)
                reader.fault(
                        "from", "is missing; write the sender such as “Beispiel Kundenservice <service@example.org>”");
            return Optional.empty();
        }
        try {
            var parsed = new InternetAddress(text.get(), true);
            if (EmailAddress.parse(parsed.getAddress()).isPresent()) return Optional.of(parsed);
        } catch (AddressException none) {
            // said below
        }
        reader.fault(
                "from", "is “" + text.get() + "”; write it such as “Beispiel Kundenservice <service@example.org>”");
        return Optional.empty();
    }

    private void checkBounces(String pattern) {
        if (!pattern.contains(CODE)
                || EmailAddress.parse(pattern.replace(CODE, ANY_CODE)).isEmpty())
            reader.fault(
                    "bounces",
                    "is “" + pattern + "”; write an address with {code} in it, such as bounce+{code}@example.org");
    }
}
