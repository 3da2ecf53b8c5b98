package org.postlotse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postlotse.catalogue.Server;

/** The demo hoster is whole, and its settings in application.yaml are those at which its servers listen. */
class DemoMailTest {
    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource(DemoMailbox.class)
    void every_mailbox_stands_in_the_settings_with_its_servers(DemoMailbox mailbox) throws IOException {
        var postlotse = devSettings();
        var own = StreamSupport.stream(postlotse.path("exceptions").spliterator(), false)
                .filter(exception -> exception
                        .path("for")
                        .path(0)
                        .asText()
                        .equals(mailbox.address().normalised()))
                .findFirst();
        var servers = own.map(exception -> exception.path("servers")).orElse(postlotse.path("servers"));

        assertThat(texts(servers)).isEqualTo(planned(mailbox));
        assertThat(own.isPresent()).isEqualTo(mailbox.oddity() != Oddity.NONE);
    }

    @Test
    void the_settings_switch_it_on_and_trust_it() throws IOException {
        var postlotse = devSettings();

        assertThat(postlotse.path("demo").path("enabled").asBoolean()).isTrue();
        assertThat(postlotse.path("probe").path("trust-store").asText()).isEqualTo("data/demo/ca.pem");
        assertThat(postlotse.path("domains").path(0).asText()).isEqualTo(DemoMailbox.DOMAIN.name());
    }

    @Test
    void every_station_has_its_own_port() {
        assertThat(Station.all())
                .extracting(station -> station.port(TestDemo.PORTS))
                .doesNotHaveDuplicates();
    }

    @Test
    void starts_afresh_and_leaves_nothing_open() throws IOException {
        var demo = TestDemo.in(directory);
        demo.start();
        var first = Files.readString(demo.authorityFile());
        assertThat(demo.soundServers()).hasSize(6);
        demo.stop();
        demo.start();

        assertThat(Files.readString(demo.authorityFile()))
                .startsWith("-----BEGIN CERTIFICATE-----")
                .isNotEqualTo(first)
                .doesNotContain("PRIVATE");
        demo.stop();
        assertThat(demo.soundServers()).isEmpty();
    }

    private static List<String> planned(DemoMailbox mailbox) {
        return mailbox.oddity().stations().stream()
                .map(station -> station.at(station.port(TestDemo.PORTS)))
                .map(Server::toString)
                .toList();
    }

    private static List<String> texts(JsonNode servers) {
        return StreamSupport.stream(servers.spliterator(), false)
                .map(server -> server.path("protocol").asText() + "://"
                        + server.path("host").asText() + ":"
                        + server.path("port").asText() + "/"
                        + server.path("security").asText())
                .toList();
    }

    private static JsonNode devSettings() throws IOException {
        var yaml = Files.readString(Path.of("src/main/resources/application.yaml"));
        return new YAMLMapper().readTree(yaml).path("%dev").path("postlotse");
    }
}
