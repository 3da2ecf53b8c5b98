package org.postlotse.evidence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about the logs, and all that is wrong with it. */
@Singleton
public class EvidenceSettings implements SettingsCheck {
    private static final String PREFIX = "postlotse.evidence.";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern MECHANISM = Pattern.compile("[A-Z0-9_-]{1,20}"); // RFC 4422 §3.1
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_PORTS = 65_535;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Network> ownNetworks;
    private final List<Network> backEnds;
    private final List<Network> hops;
    private final List<Network> oldAddresses;
    private final Set<Integer> tlsPorts;
    private final Optional<Domain> defaultDomain;
    private final Map<String, String> eximAuthenticators;
    private final int addressDays;
    private final boolean digestAddresses;
    private final int keepDays;

    @Inject
    EvidenceSettings(EvidenceConfig config) {
        ownNetworks = networks("own-networks", config.ownNetworks());
        backEnds = networks("back-ends", config.backEnds());
        hops = networks("hops", config.hops());
        oldAddresses = networks("old-addresses", config.oldAddresses());
        tlsPorts = ports(config.tlsPorts().orElse(List.of()));
        defaultDomain = config.defaultDomain().filter(text -> !text.isBlank()).flatMap(this::domain);
        eximAuthenticators = authenticators(config.eximAuthenticators());
        addressDays = days("address-days", config.addressDays());
        digestAddresses = yesOrNo(config.digestAddresses());
        keepDays = days("keep-days", config.keepDays());
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether a client's address is one of the hoster's own. */
    boolean own(String address) {
        return isIn(ownNetworks, address);
    }

    /** Whether a server stands behind a login proxy. */
    boolean backEnd(String address) {
        return isIn(backEnds, address);
    }

    /** Whether what is logged of a connection through this address is the customer's own leg. */
    public boolean hop(String address) {
        return isIn(hops, address);
    }

    /** Whether only old host names lead to a server's address. */
    boolean old(String address) {
        return isIn(oldAddresses, address);
    }

    private static boolean isIn(List<Network> networks, String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Whether something in front of the mail server ends TLS at this port. */
    boolean endsTls(int port) {
        return tlsPorts.contains(port);
    }

    Optional<Domain> defaultDomain() {
        return defaultDomain;
    }

    /** The SASL mechanisms of Exim's authenticators by their names. */
    public Map<String, String> eximAuthenticators() {
        return eximAuthenticators;
    }

    public int addressDays() {
        return addressDays;
    }

    boolean digestAddresses() {
        return digestAddresses;
    }

    public int keepDays() {
        return keepDays;
    }

    private List<Network> networks(String name, Optional<List<String>> written) {
        var texts = written.orElse(List.of());
        return IntStream.range(0, texts.size())
                .mapToObj(i -> network(name + "[" + i + "]", texts.get(i).strip()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Network> network(String name, String text) {
        var network = Network.parse(text);
        if (network.isEmpty())
            fault(name, "is “" + text + "”; write an address or a network, such as 192.0.2.10 or 2001:db8::/32");
        return network;
    }

    private Set<Integer> ports(List<String> texts) {
        var ports = new HashSet<Integer>();
        for (int i = 0; i < texts.size(); i++) {
            var port = number(texts.get(i).strip(), MOST_PORTS);
            port.ifPresent(ports::add);
            if (port.isEmpty())
                fault("tls-ports[" + i + "]", "is “" + texts.get(i).strip() + "”; write a port, such as 993");
        }
        return Set.copyOf(ports);
    }

    private Optional<Domain> domain(String text) {
        var domain = Domain.parse(text.strip());
        if (domain.isEmpty()) fault("default-domain", "is “" + text.strip() + "”; write a domain, such as example.org");
        return domain;
    }

    private Map<String, String> authenticators(Map<String, String> written) {
        var known = new HashMap<String, String>();
        written.forEach((name, mechanism) -> {
            var method = mechanism.strip().toUpperCase(Locale.ROOT);
            if (MECHANISM.matcher(method).matches()) known.put(name, method);
            else
                fault(
                        "exim-authenticators." + name,
                        "is “" + mechanism.strip() + "”; write a mechanism, such as PLAIN or CRAM-MD5");
        });
        return Map.copyOf(known);
    }

    private int days(String name, String written) {
        var days = number(written.strip(), MOST_DAYS);
        if (days.isEmpty()) fault(name, "is “" + written.strip() + "”; write a number of days from 1 to " + MOST_DAYS);
        return days.orElse(1);
    }

    private static Optional<Integer> number(String text, int most) {
        return Optional.of(text)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= most);
    }

    private boolean yesOrNo(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                fault("digest-addresses", "is “" + written.strip() + "”; write true or false");
                yield true;
            }
        };
    }

    private void fault(String name, String right) {
        faults.add(new Fault(PREFIX + name, right));
    }
}
