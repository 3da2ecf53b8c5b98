package org.postlotse.dns;

import java.time.Duration;
import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** What DNS said to one question. */
sealed interface DnsAnswer {
    /**
     * There are records.
     *
     * @param records at least one, of the type that was asked for
     * @param name under which they stand: the last of the aliases, or the one that was asked for
     * @param keep the shortest time to live on the way to them
     */
    record Found(List<Record> records, Name name, Duration keep) implements DnsAnswer {
        public Found {
            records = List.copyOf(records);
        }
    }

    /**
     * There is no such record, or no such name.
     *
     * @param keep how long that may be believed (RFC 2308 §5)
     */
    record None(Duration keep) implements DnsAnswer {}

    /**
     * Neither yes nor no: silence, a server that failed or refused, aliases in a circle.
     *
     * @param why in a few words
     */
    record Silent(String why) implements DnsAnswer {}
}
