package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {
    @Test
    void the_contract_reads_as_it_is_written() {
        var catalogue = read(WrittenConfig.right()).catalogue();

        assertThat(catalogue.standard().servers())
                .extracting(Server::toString)
                .containsExactly(
                        "pop3://mail01.example.test:995/tls",
                        "imap://mail01.example.test:993/tls",
                        "smtp://mail01.example.test:587/starttls");
        assertThat(catalogue.main().publicUrl()).hasToString("https://sicher.example.test");
        assertThat(catalogue.main().timeline().cutOff()).isEqualTo(LocalDate.of(2024, 9, 20));
        assertThat(catalogue.standard().loginName()).isEqualTo(LoginName.ADDRESS);
        assertThat(catalogue.main().oldHosts()).containsExactly("pop3.{domain}");
        assertThat(catalogue.zone()).hasToString("Europe/Berlin");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            public-url            | sicher.example.test         | postlotse.public-url
            public-url            | ftp://sicher.example.test   | postlotse.public-url
            public-url            | https://a.test/path         | postlotse.public-url
            provider.id           | not a domain                | postlotse.provider.id
            provider.webmail      | webmail                     | postlotse.provider.webmail
            provider.calendars    | dav.example.test            | postlotse.provider.calendars
            provider.calendars    | http://dav.example.test/    | postlotse.provider.calendars
            provider.contacts     | https://a.test/?user=erika  | postlotse.provider.contacts
            provider.contacts     | https://erika@dav.test/     | postlotse.provider.contacts
            provider.short-name   | far too long for a short name | postlotse.provider.short-name
            servers[0].protocol   | nntp                        | postlotse.servers[0].protocol
            servers[0].host       | 192.0.2.1                   | postlotse.servers[0].host
            servers[0].port       | 0                           | postlotse.servers[0].port
            servers[1].port       | 70000                       | postlotse.servers[1].port
            servers[1].security   | none                        | postlotse.servers[1].security
            servers[2].security   | tls                         | postlotse.servers[2].security
            domains[0]            | localhost                   | postlotse.domains[0]
            mx-hosts[0]           | 192.0.2.1                   | postlotse.mx-hosts[0]
            login-name            | {name}                      | postlotse.login-name
            old-hosts[0]          | pop3.{host}                 | postlotse.old-hosts[0]
            cut-off               | 20.09.2024                  | postlotse.cut-off
            time-zone             | Berlin                      | postlotse.time-zone
            provider.name         | 007                         | postlotse.provider.name
            provider.short-name   | 1e5                         | postlotse.provider.short-name
            """)
    void a_wrong_value_is_named_with_its_key(String key, String value, String named) {
        assertThat(read(WrittenConfig.right().with(key, value)).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo(named);
                    assertThat(fault.right()).contains(value.strip()).contains("write");
                });
    }

    @Test
    void umlauts_may_stand_in_every_address() {
        var umlauts = WrittenConfig.right()
                .with("public-url", "https://sicher.straße.example:8443/")
                .with("provider.webmail", "https://müller.example/ä?x=1")
                .with("servers[0].host", "post.müller.example");
        var brand = read(umlauts).catalogue().main();
        assertThat(brand.publicUrl()).hasToString("https://sicher.xn--strae-oqa.example:8443");
        assertThat(brand.provider().webmail().getHost()).isEqualTo("xn--mller-kva.example");
        assertThat(brand.servers().getFirst().host().name()).isEqualTo("post.xn--mller-kva.example");
    }

    @Test
    void calendars_and_contacts_are_there_where_they_are_written() {
        assertThat(read(WrittenConfig.right()).catalogue().main().provider())
                .returns(Optional.empty(), Provider::calendars)
                .returns(Optional.empty(), Provider::contacts);
        var both = WrittenConfig.right()
                .with("provider.calendars", "https://dav.example.test/dav/")
                .with("provider.contacts", "https://dav.example.test");
        assertThat(read(both).catalogue().main().provider())
                .returns(Optional.of(URI.create("https://dav.example.test/dav/")), Provider::calendars)
                .returns(Optional.of(URI.create("https://dav.example.test")), Provider::contacts);
    }

    @ParameterizedTest
    @CsvSource({
        "public-url",
        "provider.id",
        "provider.name",
        "provider.short-name",
        "provider.webmail",
        "provider.help",
        "provider.phone",
        "provider.hours",
        "servers[1].host",
        "servers[2].port",
        "cut-off"
    })
    void what_is_missing_is_named(String key) {
        assertThat(read(WrittenConfig.right().without(key)).faults())
                .extracting(Fault::key)
                .containsExactly("postlotse." + key);
    }

    @Test
    void all_faults_are_named_at_once() {
        var faults = read(WrittenConfig.right()
                        .without("public-url")
                        .with("cut-off", "soon")
                        .with("servers[0].port", "x"))
                .faults();

        assertThat(faults)
                .extracting(Fault::key)
                .containsExactlyInAnyOrder("postlotse.public-url", "postlotse.cut-off", "postlotse.servers[0].port");
    }

    @Test
    void a_hoster_without_a_way_to_send_is_refused() {
        assertThat(read(WrittenConfig.right().without("servers[2]")).faults())
                .singleElement()
                .hasToString("postlotse.servers: has no server that sends mail; add one with protocol smtp");
    }

    @Test
    void a_rehearsal_ends_on_its_own_day_and_after_it_began() {
        UnaryOperator<WrittenConfig> rehearsal =
                config -> config.with("timeline.rehearsals[0].from", "2024-08-30T10:00");

        assertThat(read(rehearsal.apply(WrittenConfig.right()).with("timeline.rehearsals[0].to", "2024-08-30T11:00"))
                        .faults())
                .isEmpty();
        assertThat(read(rehearsal.apply(WrittenConfig.right()).with("timeline.rehearsals[0].to", "2024-08-30T09:00"))
                        .faults())
                .hasSize(1);
    }

    @Test
    void a_mailbox_may_have_servers_of_its_own() {
        var config = WrittenConfig.right()
                .with("exceptions[0].for[0]", "Old@Example.test")
                .with("exceptions[0].servers[0].protocol", "pop3")
                .with("exceptions[0].servers[0].host", "old.example.test")
                .with("exceptions[0].servers[0].port", "995")
                .with("exceptions[0].servers[0].security", "tls")
                .with("exceptions[0].servers[1].protocol", "smtp")
                .with("exceptions[0].servers[1].host", "old.example.test")
                .with("exceptions[0].servers[1].port", "465")
                .with("exceptions[0].servers[1].security", "tls");

        var catalogue = read(config).catalogue();

        assertThat(catalogue.offer(address("old@example.test")).orElseThrow().servers())
                .extracting(server -> server.host().name())
                .containsOnly("old.example.test");
        assertThat(catalogue.offer(address("new@example.test")).orElseThrow().servers())
                .extracting(server -> server.host().name())
                .containsOnly("mail01.example.test");
    }

    @Test
    void a_domain_is_ours_when_listed_or_when_its_mail_comes_to_us() {
        var catalogue = read(WrittenConfig.right()).catalogue();

        assertThat(catalogue.offer(address("erika@example.test"))).isPresent();
        assertThat(catalogue.offer(address("erika@customer.test"))).isPresent();
        assertThat(catalogue.offer(address("erika@stranger.test"))).isEmpty();
    }

    @Test
    void a_domain_is_ours_when_it_stands_in_a_file(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("domains"), "müller.example\n");
        var catalogue =
                read(WrittenConfig.right().with("domain-file", file.toString())).catalogue();

        assertThat(catalogue.offer(address("erika@xn--mller-kva.example"))).isPresent();
        assertThat(catalogue.domains(catalogue.main())).hasSize(2);
    }

    @Test
    void a_bad_file_is_a_fault_at_start(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("domains"), "a.test\n-\n");

        assertThat(read(WrittenConfig.right().with("domain-file", file.toString()))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .startsWith("postlotse.domain-file")
                        .endsWith("line 2 is “-”, no domain"));
    }

    @Test
    void sources_are_asked_in_the_order_that_is_written() {
        var elsewhere = new KnownDomains("sql", "customer.test");
        var config = WrittenConfig.right().with("domain-sources[0]", "sql").with("domain-sources[1]", "mx");
        var catalogue = read(config, List.of(elsewhere)).catalogue();

        assertThat(catalogue.domainSources()).extracting(SourceState::id).containsExactly("sql", "mx");
        assertThat(catalogue.brandOf(new Domain("customer.test"))).isPresent();
        assertThat(catalogue.brandOf(new Domain("example.test")))
                .as("listed, but not asked")
                .isEmpty();
    }

    @Test
    void what_is_quick_is_asked_first_when_nothing_is_written() {
        var elsewhere = new KnownDomains("sql", "customer.test");
        var catalogue = read(WrittenConfig.right(), List.of(elsewhere)).catalogue();
        catalogue.brandOf(new Domain("example.test"));

        assertThat(catalogue.domainSources()).extracting(SourceState::id).containsExactly("listed", "sql", "mx");
        assertThat(elsewhere.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dns", "sql", "listed"})
    void an_order_that_can_not_be_is_a_fault(String second) {
        var config = WrittenConfig.right().with("domain-sources[0]", "listed").with("domain-sources[1]", second);

        assertThat(read(config).faults()).extracting(Fault::key).containsExactly("postlotse.domain-sources[1]");
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private static CatalogueReader read(WrittenConfig config) {
        return read(config, List.of());
    }

    private static CatalogueReader read(WrittenConfig config, List<DomainSource> elsewhere) {
        MailExchangers dns = domain -> new MailExchangers.Reply.Hosts(
                domain.name().equals("customer.test")
                        ? Set.of(new Host("mx.example.test"), new Host("backup.test"))
                        : Set.of(new Host("mx.stranger.test")),
                Duration.ofMinutes(5));
        return new CatalogueReader(config.read(), dns, new Elsewhere(elsewhere, List.of()), Clock.systemUTC());
    }
}
