package org.postlotse.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.Fault;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;

/** What can be configured about asking. */
class ProbeSettingsTest {
    private static final X509Certificate OWN =
            ThrowAwayAuthority.root("Own Authority").certificate();

    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource({"10s, PT10S", "2500ms, PT2.5S", "1s, PT1S", "60s, PT60S", "' 5s ', PT5S"})
    void read_a_time(String written, Duration time) {
        var settings = settings(written, Optional.empty());

        assertThat(settings.faults()).isEmpty();
        assertThat(settings.deadline()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "soon", "0s", "999ms", "61s", "-1s", "1.5s", "99999999s"})
    void name_a_time_that_is_none(String written) {
        assertThat(settings(written, Optional.empty()).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .startsWith("postlotse.probe.deadline: is “" + written + "”; write a time from 1s to 60s"));
    }

    @Test
    void believe_the_JDKs_authorities_and_the_hosters_own() throws IOException {
        var file = Files.writeString(directory.resolve("ca.pem"), "Own Authority\n" + Issued.pem(OWN));
        var more = settings("10s", Optional.of(file.toString()));
        var jdk = settings("10s", Optional.empty());

        assertThat(more.faults()).isEmpty();
        assertThat(anchors(more)).contains(OWN).containsAll(anchors(jdk));
        assertThat(anchors(jdk)).doesNotContain(OWN).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void read_a_key_store(String kind) throws IOException, GeneralSecurityException {
        var file = directory.resolve("store");
        var store = KeyStore.getInstance(kind);
        store.load(null, "changeit".toCharArray());
        store.setCertificateEntry("own", OWN);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }

        assertThat(anchors(new ProbeSettings(config("10s", Optional.of(file.toString()), Optional.of("changeit")))))
                .contains(OWN);
        assertThat(new ProbeSettings(config("10s", Optional.of(file.toString()), Optional.of("wrong"))).faults())
                .extracting(Fault::key)
                .containsExactly("postlotse.probe.trust-store");
    }

    @Test
    void name_a_file_that_can_not_be_used() throws IOException {
        var empty = Files.createFile(directory.resolve("empty.pem"));
        var noise = Files.writeString(directory.resolve("noise.pem"), "-----BEGIN CERTIFICATE-----\n!\n");
        var missing = directory.resolve("missing.pem");

        for (var file : new Path[] {empty, noise, missing, directory})
            assertThat(settings("10s", Optional.of(file.toString())).faults())
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.toString()).startsWith("postlotse.probe.trust-store: is " + file + ", "));
    }

    @Test
    void read_the_file_no_sooner_than_it_is_needed() throws IOException {
        var file = directory.resolve("late.pem");
        var settings = settings("10s", Optional.of(file.toString()));
        Files.writeString(file, Issued.pem(OWN));

        assertThat(settings.faults()).isEmpty();
        assertThat(anchors(settings)).contains(OWN);
    }

    private static List<X509Certificate> anchors(ProbeSettings settings) {
        return settings.trust().anchors().stream()
                .map(TrustAnchor::getTrustedCert)
                .toList();
    }

    private static ProbeSettings settings(String deadline, Optional<String> trustStore) {
        return new ProbeSettings(config(deadline, trustStore, Optional.empty()));
    }

    private static ProbeConfig config(String deadline, Optional<String> trustStore, Optional<String> password) {
        return new ProbeConfig() {
            @Override
            public String deadline() {
                return deadline;
            }

            @Override
            public Optional<String> trustStore() {
                return trustStore;
            }

            @Override
            public Optional<String> trustStorePassword() {
                return password;
            }
        };
    }
}
