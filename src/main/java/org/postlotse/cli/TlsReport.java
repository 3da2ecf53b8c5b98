package org.postlotse.cli;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postlotse.probe.ChainLink;
import org.postlotse.probe.Encryption;

/** What was seen of a server's TLS, for a terminal. */
final class TlsReport {
    private TlsReport() {}

    static List<String> lines(Encryption seen) {
        var first = "    %s %s, certificate %s"
                .formatted(seen.protocol(), seen.cipher(), seen.nameFits() ? "for this host" : "for another host");
        return Stream.concat(Stream.of(first), seen.chain().stream().map(TlsReport::line))
                .toList();
    }

    private static String line(ChainLink link) {
        var seen = link.certificate();
        return "    %s, issued by %s, %s to %s, %s, %s"
                .formatted(
                        seen.subject(),
                        seen.issuer(),
                        seen.from().atOffset(ZoneOffset.UTC).toLocalDate(),
                        seen.to().atOffset(ZoneOffset.UTC).toLocalDate(),
                        link.key(),
                        link.signature());
    }

    static Map<String, Object> asMap(Encryption seen) {
        var map = new LinkedHashMap<String, Object>();
        map.put("protocol", seen.protocol());
        map.put("cipher", seen.cipher());
        map.put("nameFits", seen.nameFits());
        map.put("chain", seen.chain().stream().map(TlsReport::asMap).toList());
        return map;
    }

    private static Map<String, Object> asMap(ChainLink link) {
        var map = new LinkedHashMap<String, Object>();
        map.put("subject", link.certificate().subject());
        map.put("names", link.certificate().names());
        map.put("issuer", link.certificate().issuer());
        map.put("from", link.certificate().from().toString());
        map.put("to", link.certificate().to().toString());
        map.put("key", link.key());
        map.put("signature", link.signature());
        return map;
    }
}
