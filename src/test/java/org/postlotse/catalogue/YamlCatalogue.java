package org.postlotse.catalogue;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.time.Clock;
import java.util.List;

/** A configuration file, read as the product reads it, for other rooms' tests. */
public final class YamlCatalogue {
    private final CatalogueReader reader;

    /** A hoster that lists no domain of its own. */
    public static final String WITHOUT_DOMAINS = """
            postlotse:
              public-url: https://sicher.example.test
              provider:
                id: example.test
                name: Beispiel-Hoster
                short-name: Beispiel
                webmail: https://webmail.example.test/
                help: https://www.example.test/hilfe
                phone: "0000 123456"
                hours: Mo-Fr 9-17 Uhr
              servers:
                - { protocol: pop3, host: mail01.example.test, port: 995, security: tls }
                - { protocol: imap, host: mail01.example.test, port: 993, security: tls }
                - { protocol: smtp, host: mail01.example.test, port: 465, security: tls }
              cut-off: 2024-09-20
            """;

    public YamlCatalogue(String yaml) {
        this(yaml, Clock.systemUTC());
    }

    /** @param elsewhere what knows domains beside the file */
    public YamlCatalogue(String yaml, Clock clock, DomainSource... elsewhere) {
        this(yaml, clock, List.of(elsewhere), List.of());
    }

    /** @param exchangers what knows the domains' MX records */
    public YamlCatalogue(String yaml, Clock clock, MailExchangers exchangers) {
        this(yaml, clock, exchangers, new Elsewhere(List.of(), List.of()));
    }

    /** @param mailboxes what knows single mailboxes */
    YamlCatalogue(String yaml, Clock clock, List<DomainSource> domains, List<MailboxSource> mailboxes) {
        this(yaml, clock, new NoExchangers(), new Elsewhere(domains, mailboxes));
    }

    private YamlCatalogue(String yaml, Clock clock, MailExchangers exchangers, Elsewhere elsewhere) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(CatalogueConfig.class)
                .withSources(new YamlConfigSource("application.yaml", yaml, 100))
                .build()
                .getConfigMapping(CatalogueConfig.class);
        reader = new CatalogueReader(config, exchangers, elsewhere, clock);
    }

    public List<Fault> faults() {
        return reader.faults();
    }

    public Catalogue catalogue() {
        return reader.catalogue();
    }
}
