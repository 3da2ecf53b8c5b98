package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.probe.ChainLink;
import org.postlotse.probe.Encryption;
import org.postlotse.probe.SeenCertificate;

class TlsReportTest {
    private static final SeenCertificate LEAF = new SeenCertificate(
            "CN=mail.example.org",
            List.of("mail.example.org"),
            "CN=Authority",
            Instant.parse("2026-10-01T00:00:00Z"),
            Instant.parse("2027-01-01T12:00:00Z"));
    private static final Encryption SEEN = new Encryption(
            "TLSv1.3", "TLS_AES_256_GCM_SHA384", true, List.of(new ChainLink(LEAF, "RSA 2048", "SHA256withRSA")));

    @Test
    void is_for_people() {
        assertThat(TlsReport.lines(SEEN))
                .containsExactly(
                        "    TLSv1.3 TLS_AES_256_GCM_SHA384, certificate for this host",
                        "    CN=mail.example.org, issued by CN=Authority, 2026-10-01 to 2027-01-01, RSA 2048, SHA256withRSA");
    }

    @Test
    void is_for_programs() {
        assertThat(TlsReport.asMap(SEEN))
                .containsEntry("protocol", "TLSv1.3")
                .containsEntry("nameFits", true)
                .containsEntry(
                        "chain",
                        List.of(Map.of(
                                "subject", "CN=mail.example.org",
                                "names", List.of("mail.example.org"),
                                "issuer", "CN=Authority",
                                "from", "2026-10-01T00:00:00Z",
                                "to", "2027-01-01T12:00:00Z",
                                "key", "RSA 2048",
                                "signature", "SHA256withRSA")));
    }
}
