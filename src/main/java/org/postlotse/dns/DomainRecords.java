package org.postlotse.dns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postlotse.catalogue.ConnectionSecurity;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.Offer;
import org.postlotse.catalogue.Protocol;
import org.postlotse.catalogue.Server;
import org.postlotse.dns.DnsRecord.Purpose;

/**
 * The records that a mail domain ought to have, as they follow from what its mailboxes are offered.
 *
 * @param offer of the domain
 * @param target where its discovery names are to lead to
 * @param addresses to write down instead of an alias to the target; none for the alias
 * @param port on which the target serves https
 * @param pacc the digest of the domain's PACC document; empty where there is none
 */
record DomainRecords(Offer offer, Host target, List<InetAddress> addresses, int port, Optional<String> pacc) {
    /** The label of the host that has the PACC document. */
    static final String PACC = "ua-auto-config";

    /** Between two servers, in the order of the offer (RFC 6186 §3.4: the lower is preferred). */
    private static final int STEP = 10;
    /** RFC 1035 §3.1, with the dot at the end. */
    private static final int LONGEST = 254;

    DomainRecords {
        addresses = List.copyOf(addresses);
    }

    List<DnsRecord> all() {
        var records = new ArrayList<DnsRecord>();
        records.addAll(leading(Purpose.AUTOCONFIG, "autoconfig"));
        records.addAll(leading(Purpose.AUTODISCOVER, "autodiscover"));
        records.add(service(Purpose.AUTODISCOVER_SERVICE, "_autodiscover", "0 0 " + port + " " + target + "."));
        pacc.ifPresent(digest -> {
            records.addAll(leading(Purpose.PACC, PACC));
            records.add(new DnsRecord(
                    Purpose.PACC_DIGEST, "_" + PACC + "." + offer.domain() + ".", "TXT", "\"" + digest + "\""));
        });
        records.addAll(servers(offer.incoming()));
        records.addAll(servers(offer.outgoing()));
        for (var protocol : Protocol.values())
            for (var security : ConnectionSecurity.values())
                denied(protocol, security).ifPresent(records::add);
        offer.provider().contacts().ifPresent(url -> records.addAll(dav("_carddavs", url)));
        offer.provider().calendars().ifPresent(url -> records.addAll(dav("_caldavs", url)));
        return records.stream()
                .filter(record -> record.name().length() <= LONGEST)
                .toList();
    }

    /** All of them as text for a zone file. */
    static String zoneText(List<DnsRecord> records) {
        return records.stream().map(record -> record.line() + "\n").collect(Collectors.joining());
    }

    private List<DnsRecord> leading(Purpose purpose, String label) {
        var name = label + "." + offer.domain() + ".";
        if (name.equals(target + ".")) return List.of(); // it is the pages' own name
        if (addresses.isEmpty()) return List.of(new DnsRecord(purpose, name, "CNAME", target + "."));
        return addresses.stream()
                .map(address -> new DnsRecord(
                        purpose, name, address instanceof Inet4Address ? "A" : "AAAA", address.getHostAddress()))
                .toList();
    }

    /** RFC 6764 §3 and §4. */
    private List<DnsRecord> dav(String label, URI url) {
        int https = url.getPort() > 0 ? url.getPort() : 443;
        var service = service(Purpose.DAV, label, "0 1 " + https + " " + url.getHost() + ".");
        var path = url.getRawPath();
        return path.isEmpty() || path.equals("/")
                ? List.of(service)
                : List.of(service, new DnsRecord(Purpose.DAV_PATH, service.name(), "TXT", "\"path=" + path + "\""));
    }

    private List<DnsRecord> servers(List<Server> servers) {
        var records = new ArrayList<DnsRecord>();
        for (int i = 0; i < servers.size(); i++) {
            var server = servers.get(i);
            var data = i * STEP + " 1 " + server.port() + " " + server.host() + ".";
            records.add(service(Purpose.SERVER, label(server.protocol(), server.security()), data));
        }
        return records;
    }

    /** RFC 6186 §3.4: a lone dot says that there is no such service. Else programs try what they find by themselves. */
    private Optional<DnsRecord> denied(Protocol protocol, ConnectionSecurity security) {
        return offer.servers().stream()
                        .anyMatch(server -> server.protocol() == protocol && server.security() == security)
                ? Optional.empty()
                : Optional.of(service(Purpose.NO_SERVER, label(protocol, security), "0 0 0 ."));
    }

    private DnsRecord service(Purpose purpose, String label, String data) {
        return new DnsRecord(purpose, label + "._tcp." + offer.domain() + ".", "SRV", data);
    }

    /** RFC 6186 §3.1 and §3.3; RFC 8314 §5.1 for {@code _submissions}. */
    private static String label(Protocol protocol, ConnectionSecurity security) {
        var name = switch (protocol) {
            case IMAP -> "_imap";
            case POP3 -> "_pop3";
            case SMTP -> "_submission";
        };
        return switch (security) {
            case TLS -> name + "s";
            case STARTTLS -> name;
        };
    }
}
