package org.postlotse.catalogue;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hoster for other rooms' tests; each test says only what is different.
 *
 * @param exceptions domains and addresses with servers of their own
 */
public record ExampleHoster(
        String name,
        String shortName,
        LoginName loginName,
        List<Server> servers,
        Map<String, List<Server>> exceptions) {
    /** POP3 before IMAP, submission by STARTTLS: what many hosters have. */
    public static ExampleHoster usual() {
        return new ExampleHoster(
                "Beispiel-Hoster",
                "Beispiel",
                LoginName.ADDRESS,
                List.of(
                        server(Protocol.POP3, "mail01.example.test", 995, ConnectionSecurity.TLS),
                        server(Protocol.IMAP, "mail01.example.test", 993, ConnectionSecurity.TLS),
                        server(Protocol.SMTP, "mail01.example.test", 587, ConnectionSecurity.STARTTLS)),
                Map.of());
    }

    public static Server server(Protocol protocol, String host, int port, ConnectionSecurity security) {
        return new Server(protocol, new Host(host), new Port(port), security);
    }

    public ExampleHoster named(String longName, String shorter) {
        return new ExampleHoster(longName, shorter, loginName, servers, exceptions);
    }

    public ExampleHoster with(LoginName other) {
        return new ExampleHoster(name, shortName, other, servers, exceptions);
    }

    public ExampleHoster with(Server... others) {
        return new ExampleHoster(name, shortName, loginName, List.of(others), exceptions);
    }

    public ExampleHoster except(String subject, Server... own) {
        return new ExampleHoster(name, shortName, loginName, servers, Map.of(subject, List.of(own)));
    }

    /** It serves example.test and müller.example, and looks nothing up. */
    public Catalogue catalogue() {
        return catalogue(new Timeline(Optional.empty(), Optional.empty(), List.of(), LocalDate.of(2024, 9, 20)));
    }

    /** The same with dates of its own. */
    public Catalogue catalogue(Timeline timeline) {
        var provider = new Provider(
                new Domain("example.test"),
                name,
                shortName,
                URI.create("https://webmail.example.test/"),
                URI.create("https://www.example.test/hilfe"),
                "0000 123456",
                "Mo-Fr 9-17 Uhr");
        var brand = new Brand(
                Brand.MAIN,
                provider,
                URI.create("https://sicher.example.test"),
                List.of(new Host("sicher.example.test")),
                servers,
                loginName,
                List.of(),
                timeline);
        var domains = Set.of(new Domain("example.test"), new Domain("xn--mller-kva.example"));
        var brands = List.of(new BrandDomains(brand, domains, Optional.empty(), Set.of()));
        var lookUps = new LookUps(List.of(new ListedDomains(brands, exceptions.keySet())));
        return new Catalogue(
                brands, lookUps, new MailboxOffers(exceptions, Bookings.none()), ZoneId.of("Europe/Berlin"));
    }
}
