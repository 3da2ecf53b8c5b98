package org.postlotse.campaign;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about the mail server that takes our letters, and all that is wrong with it. */
@Singleton
class PostSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.campaign.post.";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Set<String> SECURITY = Set.of("tls", "starttls", "none");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int MOST_PORTS = 65_535;
    private static final int MOST_CONNECTIONS = 50;
    static final String CODE = "{code}";

    private final List<Fault> faults = new ArrayList<>();
    private final Optional<Wire> wire;
    private final Optional<InternetAddress> from;
    private final Optional<String> bounces;
    private final int connections;

    /** How the mail server is reached. */
    record Wire(String host, int port, String security, Optional<Login> login, Optional<Path> trustStore) {}

    /** Who we are there; never printed. */
    record Login(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Inject
    PostSettings(PostConfig config) {
        connections = number("connections", config.connections(), MOST_CONNECTIONS);
        var host = config.host().map(String::strip).filter(text -> !text.isEmpty());
        from = sender(config, host.isPresent());
        bounces = config.bounces().map(String::strip).filter(text -> !text.isEmpty());
        bounces.ifPresent(this::checkBounces);
        wire = host.map(name -> wire(name, config));
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
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
        return bounces.map(pattern -> pattern.replace(CODE, code.letters().toLowerCase(java.util.Locale.ROOT)));
    }

    int connections() {
        return connections;
    }

    private Wire wire(String host, PostConfig config) {
        if (Host.parse(host).isEmpty() && !THIS_MACHINE.contains(host))
            fault("host", "is “" + host + "”; write a host name such as mail.example.org");
        var security = config.security().strip();
        if (!SECURITY.contains(security)) fault("security", "is “" + security + "”; write starttls or tls");
        if (security.equals("none") && !THIS_MACHINE.contains(host))
            fault("security", "is none; letters leave this machine encrypted: write starttls or tls");
        var login = config.username()
                .filter(name -> !name.isBlank())
                .map(name -> new Login(name, config.password().orElse("")));
        if (login.filter(known -> known.password().isEmpty()).isPresent())
            fault("password", "is missing for the user name that stands beside it");
        return new Wire(host, number("port", config.port(), MOST_PORTS), security, login, trust(config));
    }

    private Optional<Path> trust(PostConfig config) {
        return config.trustStore().filter(text -> !text.isBlank()).flatMap(text -> {
            try {
                var path = Path.of(text.strip());
                Files.readString(path);
                return Optional.of(path);
            } catch (IOException | InvalidPathException unreadable) {
                fault("trust-store", "can not be read: “" + text + "”");
                return Optional.empty();
            }
        });
    }

    private Optional<InternetAddress> sender(PostConfig config, boolean wanted) {
        var text = config.from().map(String::strip).filter(written -> !written.isEmpty());
        if (text.isEmpty()) {
            if (wanted)
                fault("from", "is missing; write the sender such as “Beispiel Kundenservice <service@example.org>”");
            return Optional.empty();
        }
        try {
            var parsed = new InternetAddress(text.get(), true);
            if (EmailAddress.parse(parsed.getAddress()).isPresent()) return Optional.of(parsed);
        } catch (AddressException none) {
            // said below
        }
        fault("from", "is “" + text.get() + "”; write it such as “Beispiel Kundenservice <service@example.org>”");
        return Optional.empty();
    }

    private void checkBounces(String pattern) {
        if (!pattern.contains(CODE)
                || EmailAddress.parse(pattern.replace(CODE, "23456789")).isEmpty())
            fault(
                    "bounces",
                    "is “" + pattern + "”; write an address with {code} in it, such as bounce+{code}@example.org");
    }

    private int number(String name, String written, int most) {
        var text = written.strip();
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number >= 1 && number <= most) return number;
        fault(name, "is “" + text + "”; write a number from 1 to " + most);
        return 1;
    }

    private void fault(String name, String right) {
        faults.add(new Fault(PREFIX + name, right));
    }
}
