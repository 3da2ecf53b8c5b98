package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandsTest {
    @Test
    void settings_without_brands_are_the_main_brand() {
        var catalogue = read(WrittenConfig.right()).catalogue();

        assertThat(catalogue.brands()).singleElement().isEqualTo(catalogue.main());
        assertThat(catalogue.main().id()).isEqualTo("main");
        assertThat(catalogue.brandAt("anything.example")).isEqualTo(catalogue.main());
        assertThat(catalogue.brandOf(new Domain("example.test"))).contains(catalogue.main());
    }

    @Test
    void what_a_brand_leaves_out_is_as_with_the_main_one() {
        var catalogue = read(two()).catalogue();
        var nord = catalogue.brands().get(1);

        assertThat(nord.id()).isEqualTo("nord");
        assertThat(nord.provider().name()).isEqualTo("Nordpost");
        assertThat(nord.provider().phone())
                .isEqualTo(catalogue.main().provider().phone());
        assertThat(nord.servers()).isEqualTo(catalogue.main().servers());
        assertThat(nord.timeline()).isEqualTo(catalogue.main().timeline());
        assertThat(nord.oldHosts()).isEqualTo(catalogue.main().oldHosts());
    }

    @Test
    void what_a_brand_writes_is_its_own() {
        var nord = read(two().with("brands.nord.cut-off", "2027-03-01")
                        .with("brands.nord.login-name", "{localpart}")
                        .with("brands.nord.provider.phone", "0000 999")
                        .with("brands.nord.old-hosts[0]", "pop.{domain}"))
                .catalogue()
                .brands()
                .get(1);

        assertThat(nord.timeline().cutOff()).hasToString("2027-03-01");
        assertThat(nord.loginName()).isEqualTo(LoginName.LOCALPART);
        assertThat(nord.provider().phone()).isEqualTo("0000 999");
        assertThat(nord.oldHosts()).containsExactly("pop.{domain}");
    }

    @Test
    void the_domain_decides_whose_customer_somebody_is() {
        var catalogue = read(two()).catalogue();

        assertThat(catalogue
                        .offer(new Domain("nordpost.example"))
                        .orElseThrow()
                        .provider()
                        .name())
                .isEqualTo("Nordpost");
        assertThat(catalogue
                        .offer(new Domain("example.test"))
                        .orElseThrow()
                        .provider()
                        .name())
                .isEqualTo("Beispiel-Hoster");
        assertThat(catalogue.offer(new Domain("stranger.test"))).isEmpty();
    }

    @Test
    void a_domain_found_by_MX_is_that_brands_whose_exchanger_it_names() {
        var catalogue = reader(two().with("brands.nord.mx-hosts[0]", "mx.nordpost.example"), "mx.nordpost.example")
                .catalogue();

        assertThat(catalogue.brandOf(new Domain("customer.test")).orElseThrow().id())
                .isEqualTo("nord");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sicher.nordpost.example, nord",
        "SICHER.nordpost.example., nord",
        "mail.nordpost.example, nord",
        "sicher.example.test, main",
        "nordpost.example, main",
        "stranger.test, main",
        "'', main",
        "'<script>', main"
    })
    void the_host_decides_whose_pages_are_shown_and_nobodys_host_shows_the_main_ones(String host, String brand) {
        assertThat(read(two().with("brands.nord.hosts[0]", "mail.nordpost.example"))
                        .catalogue()
                        .brandAt(host)
                        .id())
                .isEqualTo(brand);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "brands.nord.domains[0], example.test, postlotse.brands.nord.domains, mail domain",
        "brands.nord.public-url, https://sicher.example.test, postlotse.brands.nord.public-url or postlotse.brands.nord.hosts, host",
        "brands.nord.hosts[0], sicher.example.test, postlotse.brands.nord.public-url or postlotse.brands.nord.hosts, host",
        "brands.nord.mx-hosts[0], mx.example.test, postlotse.brands.nord.mx-hosts, MX host",
        "brands.nord.provider.id, example.test, postlotse.brands.nord.provider.id, provider's id"
    })
    void what_two_brands_claim_is_a_fault(String key, String value, String named, String what) {
        assertThat(read(two().with(key, value)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo(named);
            assertThat(fault.right()).contains(what, "which the brand “main” has already");
        });
    }

    @Test
    void a_brands_faults_are_named_with_its_own_keys() {
        assertThat(read(two().without("brands.nord.provider.name")
                                .without("brands.nord.domains")
                                .with("brands.nord.servers[0].protocol", "nntp"))
                        .faults())
                .extracting(Fault::key)
                .contains(
                        "postlotse.brands.nord.provider.name",
                        "postlotse.brands.nord.domains",
                        "postlotse.brands.nord.servers[0].protocol")
                .allMatch(key -> key.startsWith("postlotse.brands.nord."));
    }

    @Test
    void a_fault_of_the_main_brand_is_not_told_again_for_every_brand_that_inherits_it() {
        assertThat(read(two().without("provider.phone").without("cut-off")).faults())
                .extracting(Fault::key)
                .containsExactlyInAnyOrder("postlotse.provider.phone", "postlotse.cut-off");
    }

    @ParameterizedTest
    @CsvSource({"Nord", "main", "a_b"})
    void a_brands_name_among_the_settings_is_a_plain_one(String id) {
        assertThat(read(WrittenConfig.right().with("brands." + id + ".provider.name", "Nordpost"))
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("postlotse.brands." + id));
    }

    @Test
    void the_telephones_hours_are_said_in_the_readers_language_where_it_is_known() {
        var config = two().with("provider.hours-in.en", "Mon-Fri 9 to 5");
        var main = provider(config, "example.test");
        assertThat(main.hours().in(Locale.ENGLISH)).isEqualTo("Mon-Fri 9 to 5");
        assertThat(main.hours().in(Locale.GERMAN)).isEqualTo("Mo-Fr 9-17 Uhr");
        assertThat(provider(config, "nordpost.example").hours()).isEqualTo(main.hours());

        var own = provider(config.with("brands.nord.provider.hours", "immer"), "nordpost.example");
        assertThat(own.hours().in(Locale.ENGLISH)).isEqualTo("immer");
    }

    @Test
    void what_is_no_language_is_a_fault() {
        assertThat(read(two().with("provider.hours-in.e_n", "9 to 5")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("postlotse.provider.hours-in.e_n"));
    }

    private static Provider provider(WrittenConfig config, String domain) {
        return read(config).catalogue().offer(new Domain(domain)).orElseThrow().provider();
    }

    private static WrittenConfig two() {
        return WrittenConfig.right()
                .with("brands.nord.public-url", "https://sicher.nordpost.example")
                .with("brands.nord.provider.id", "nordpost.example")
                .with("brands.nord.provider.name", "Nordpost")
                .with("brands.nord.provider.short-name", "Nord")
                .with("brands.nord.domains[0]", "nordpost.example");
    }

    private static CatalogueReader read(WrittenConfig config) {
        return reader(config, "mx.nobody.test");
    }

    private static CatalogueReader reader(WrittenConfig config, String exchanger) {
        return new CatalogueReader(
                config.read(),
                domain -> new MailExchangers.Reply.Hosts(Set.of(new Host(exchanger)), Duration.ofMinutes(5)),
                new Elsewhere(List.of(), List.of()),
                Clock.systemUTC());
    }
}
