package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Fault;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.support.Programs;

/** What operators hear of the signing key while it is used. */
class SigningStateTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final ThrowAwayAuthority root = ThrowAwayAuthority.root("Root");
    private final ThrowAwayAuthority intermediate = root.intermediate("Intermediate");

    @TempDir
    Path directory;

    @Test
    void is_none_where_nothing_is_signed() {
        assertThat(new ProfileSigner(Signing.none(), at(NOW)).state()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"22, 0, true", "21, 0, true", "20, 23, false", "1, 0, false", "0, 1, false"})
    void warns_three_weeks_before_the_end(int days, int hours, boolean well) {
        write(certificate(Duration.ofDays(days).plusHours(hours)), 0);
        var state = signer(at(NOW)).state().orElseThrow();
        assertThat(state.daysLeft()).isEqualTo(days);
        assertThat(state.subject()).isEqualTo("CN=sicher.example.test");
        assertThat(state.well()).as(state.complaints().toString()).isEqualTo(well);
        if (!well) assertThat(state.complaints().getFirst()).startsWith("The certificate expires on ");
    }

    @Test
    void is_broken_when_the_end_has_come_and_mended_by_a_renewal() {
        write(certificate(Duration.ofDays(5)), 0);
        var later = new Later();
        var signer = signer(later);
        assertThat(signs(signer)).isTrue();

        later.now = NOW.plus(Duration.ofDays(6));
        assertThatExceptionOfType(SigningBroken.class)
                .isThrownBy(() -> signer.sign(new byte[] {1}))
                .withMessageContaining("expired");
        assertThat(signer.state().orElseThrow().daysLeft()).isNegative();
        assertThat(signer.state().orElseThrow().complaints().getFirst()).contains("no profile is handed out");

        write(certificate(Duration.ofDays(60)), 1);
        assertThat(signer.state().orElseThrow().well()).isTrue();
        assertThat(signs(signer)).isTrue();
    }

    @Test
    void tells_of_newer_files_that_are_not_used_until_they_are_right() throws Exception {
        write(certificate(Duration.ofDays(60)), 0);
        var signer = signer(at(NOW));
        Files.writeString(directory.resolve("signing.pem"), "half a file");
        touch(1);
        assertThat(signer.state().orElseThrow().complaints())
                .singleElement()
                .asString()
                .startsWith("Newer files are not used: postlotse.signing.chain");
        assertThat(signs(signer)).isTrue();
        Files.delete(directory.resolve("signing.key"));
        assertThat(signer.state().orElseThrow().well()).isFalse();
        assertThat(signs(signer)).isTrue();
        write(certificate(Duration.ofDays(61)), 2);
        assertThat(signer.state().orElseThrow().well()).isTrue();
    }

    @Test
    void says_that_an_intermediate_is_missing() {
        var issued = certificate(Duration.ofDays(60));
        write(new Issued(issued.key(), List.of(issued.leaf())), 0);
        assertThat(signer(at(NOW)).state().orElseThrow().complaints())
                .singleElement()
                .asString()
                .contains("missing intermediates");
    }

    @Test
    void is_of_a_key_store_that_OpenSSL_has_written() {
        write(certificate(Duration.ofDays(60)), 0);
        openssl(
                "pkcs12 -export -passout pass:secret -inkey",
                "signing.key",
                "-in",
                "signing.pem",
                "-out",
                "signing.p12");
        var signer = new ProfileSigner(Signing.store(directory.resolve("signing.p12"), "secret"), at(NOW));
        assertThat(signer.faults()).isEmpty();
        assertThat(signer.state().orElseThrow().well()).isTrue();
    }

    @Test
    void is_a_fault_with_a_key_that_devices_find_too_short() {
        openssl(
                "req -x509 -newkey rsa:1024 -nodes -days 60 -subj /CN=short -keyout",
                "signing.key",
                "-out",
                "signing.pem");
        assertThat(reader(Clock.systemUTC()).faults())
                .extracting(Fault::right)
                .singleElement()
                .asString()
                .startsWith("has an RSA key of 1024 bits");
    }

    @ParameterizedTest
    @CsvSource({"P-256, true", "P-384, true", "P-521, false"})
    void knows_which_curves_devices_take(String curve, boolean taken) {
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:" + curve + " -nodes -days 60 -subj /CN=curve -keyout",
                "signing.key",
                "-out",
                "signing.pem");
        var signer = reader(Clock.systemUTC());
        assertThat(signer.faults())
                .extracting(Fault::right)
                .allMatch(right -> right.startsWith("has an EC key of 521 bits"))
                .hasSize(taken ? 0 : 1);
        if (taken) assertThat(signs(signer)).isTrue();
    }

    /** Runs it in the test's directory. */
    private void openssl(String... pieces) {
        var words = new ArrayList<Object>();
        for (var piece : pieces)
            for (var word : piece.split(" ")) words.add(word.startsWith("signing.") ? directory.resolve(word) : word);
        var said = Programs.run("openssl", words.toArray());
        assertThat(said.status()).as(said.output()).isZero();
    }

    private static boolean signs(ProfileSigner signer) {
        return signer.sign(new byte[] {1}).length > 100;
    }

    /** With its own root in the file, so that nothing is missing. */
    private Issued certificate(Duration left) {
        var issued = intermediate.issue(
                Wanted.server("sicher.example.test").valid(NOW.minus(Duration.ofDays(1)), NOW.plus(left)));
        return new Issued(issued.key(), List.of(issued.leaf(), intermediate.certificate(), root.certificate()));
    }

    private ProfileSigner signer(Clock clock) {
        var signer = reader(clock);
        assertThat(signer.faults()).isEmpty();
        return signer;
    }

    private ProfileSigner reader(Clock clock) {
        return new ProfileSigner(
                Signing.pem(directory.resolve("signing.key"), directory.resolve("signing.pem")), clock);
    }

    private void write(Issued issued, int hours) {
        issued.write(directory, "signing");
        touch(hours);
    }

    /** Two writes may fall into one tick of the file system's clock. */
    private void touch(int hours) {
        for (var name : List.of("signing.key", "signing.pem"))
            assertThat(directory.resolve(name).toFile().setLastModified(NOW.toEpochMilli() + hours * 3_600_000L))
                    .isTrue();
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    private static final class Later extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
