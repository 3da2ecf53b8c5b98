package org.postlotse.web.desk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Server;
import org.postlotse.probe.ChainLink;
import org.postlotse.probe.Encryption;
import org.postlotse.probe.Inspection;
import org.postlotse.probe.Verdict;

/**
 * One server as the desk shows it.
 *
 * @param server which it is
 * @param fault the kind of what is wrong with it; empty when nothing is, or when it was not asked
 * @param words what it said to that; may be empty, and is anybody's text
 * @param milliseconds that it took
 * @param encryption of its connection
 */
record ServerView(Server server, String fault, String words, long milliseconds, Optional<Tls> encryption) {

    /** @param nameFits whether the certificate is for the host */
    record Tls(String protocol, String cipher, boolean nameFits, List<Link> chain) {}

    /** One certificate; the dates are days in UTC. */
    record Link(
            String subject, String names, String issuer, LocalDate from, LocalDate to, String key, String signature) {}

    static ServerView unasked(Server server) {
        return new ServerView(server, "", "", 0, Optional.empty());
    }

    static ServerView of(Inspection inspection) {
        return new ServerView(
                inspection.server(),
                inspection.fault().map(Verdict::kind).orElse(""),
                inspection.words(),
                inspection.took().toMillis(),
                inspection.encryption().map(ServerView::tls));
    }

    private static Tls tls(Encryption seen) {
        return new Tls(
                seen.protocol(),
                seen.cipher(),
                seen.nameFits(),
                seen.chain().stream().map(ServerView::link).toList());
    }

    private static Link link(ChainLink link) {
        var certificate = link.certificate();
        return new Link(
                certificate.subject(),
                String.join(" ", certificate.names()),
                certificate.issuer(),
                LocalDate.ofInstant(certificate.from(), ZoneOffset.UTC),
                LocalDate.ofInstant(certificate.to(), ZoneOffset.UTC),
                link.key(),
                link.signature());
    }
}
