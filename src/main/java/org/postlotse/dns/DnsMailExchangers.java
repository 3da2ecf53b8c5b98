package org.postlotse.dns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Host;
import org.postlotse.catalogue.MailExchangers;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Type;

/** The catalogue's view of DNS: a domain's MX records. */
@Singleton
class DnsMailExchangers implements MailExchangers {
    private final Dns dns;

    @Inject
    DnsMailExchangers(Dns dns) {
        this.dns = dns;
    }

    @Override
    public Reply of(Domain domain) {
        return switch (dns.ask(Names.of(domain.name()), Type.MX)) {
            case DnsAnswer.Found found ->
                new Reply.Hosts(
                        found.records().stream()
                                .map(MXRecord.class::cast)
                                // a lone dot takes no mail (RFC 7505 §3) and is no host
                                .flatMap(record -> Host.parse(record.getTarget().toString(true)).stream())
                                .collect(Collectors.toSet()),
                        found.keep());
            case DnsAnswer.None none -> new Reply.Hosts(Set.of(), none.keep());
            case DnsAnswer.Silent silent -> new Reply.Silent(silent.why());
        };
    }
}
