package org.postlotse.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Finds a name's addresses of both kinds. */
record Addresses(Dns dns) {
    /**
     * What was found.
     *
     * @param addresses none when there are none, or nobody could say
     * @param name behind all aliases
     * @param silence why nobody could say, of one kind at least
     */
    record Found(List<InetAddress> addresses, Name name, Optional<String> silence) {
        Found {
            addresses = List.copyOf(addresses);
        }
    }

    Found of(Name name) {
        var addresses = new ArrayList<InetAddress>();
        var behind = name;
        Optional<String> silence = Optional.empty();
        for (int type : new int[] {Type.A, Type.AAAA}) {
            switch (dns.ask(name, type)) {
                case DnsAnswer.Found found -> {
                    behind = found.name();
                    found.records().stream().map(Addresses::address).forEach(addresses::add);
                }
                case DnsAnswer.None none -> {}
                case DnsAnswer.Silent silent -> silence = Optional.of(silent.why());
            }
        }
        return new Found(addresses, behind, silence);
    }

    private static InetAddress address(Record record) {
        return record instanceof ARecord four ? four.getAddress() : ((AAAARecord) record).getAddress();
    }
}
