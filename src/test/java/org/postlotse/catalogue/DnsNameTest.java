package org.postlotse.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.support.Hostile;

class DnsNameTest {
    @ParameterizedTest
    @CsvSource({
        "Müller.Example, xn--mller-kva.example",
        "mu\u0308ller.example, xn--mller-kva.example", // as macOS composes it
        "müller\u3002example, xn--mller-kva.example",
        // The Internet Society's and registries' own samples: IDNA 2003 made strasse.de and fassbinder.at of them.
        "straße.example, xn--strae-oqa.example",
        "STRAẞE.example, xn--strae-oqa.example",
        "faß.de, xn--fa-hia.de",
        "große-straße.müller.example, xn--groe-strae-73ag.xn--mller-kva.example",
        "βόλος.com, xn--nxasmm1c.com",
        "ΠΌΛΗ.gr, xn--sxaho2c.gr",
        "xn--strae-oqa.example, xn--strae-oqa.example",
        "strasse.example, strasse.example"
    })
    void whoever_types_it_means_this_name_in_DNS(String typed, String aLabels) {
        assertThat(DnsName.aLabels(typed)).contains(aLabels);
    }

    @ParameterizedTest
    @CsvSource({
        "xn--mller-kva.example, müller.example",
        "xn--strae-oqa.example, straße.example",
        "xn--nxasmm1c.com, βόλος.com",
        "example.test, example.test"
    })
    void people_see_umlauts(String aLabels, String seen) {
        assertThat(DnsName.unicode(aLabels)).isEqualTo(seen);
    }

    /** Nonsense, what encodes only ASCII, a capital letter, and a ligature that is two letters in DNS. */
    @ParameterizedTest
    @ValueSource(strings = {"xn--.test", "xn--abc-.test", "xn--99999999.test", "xn--Mller-kva.test", "xn--zca-8-.test"})
    void what_nobody_would_have_encoded_so_stays_as_it_is(String strange) {
        assertThat(DnsName.unicode(strange)).isEqualTo(strange);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ß_.example",
                "-ß.example",
                "ß-.example",
                "ß ß.example",
                "ß..example",
                "ß\u0000.example",
                "ß\u2024.example"
            })
    void a_sharp_s_excuses_nothing(String name) {
        assertThat(Domain.parse(name)).isEmpty();
    }

    @Test
    void a_label_that_becomes_too_long_is_none() {
        assertThat(Domain.parse("ß".repeat(63) + ".example")).isEmpty();
        assertThat(Domain.parse("ß".repeat(100) + ".example")).isEmpty();
        assertThat(Domain.parse("ß".repeat(50) + ".example")).isPresent();
    }

    /** Where both IDNAs agree, the JDK's own encoder is the other opinion. */
    @Property
    void is_encoded_as_the_JDK_does(@ForAll("labels") String label) {
        assertThat("xn--" + Punycode.encoded(label)).isEqualTo(IDN.toASCII(label));
        assertThat(Punycode.decoded(Punycode.encoded(label))).contains(label);
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withChars("abcxyz019äöüéñçğşžбгдяαβγω中文日本ไทย")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(label -> label.chars().anyMatch(letter -> letter > 0x7F));
    }

    @Property
    void any_name_is_one_or_none_and_stays_what_it_is(@ForAll("names") String typed) {
        Domain.parse(typed).ifPresent(domain -> {
            assertThat(Domain.parse(domain.name())).contains(domain);
            assertThat(Domain.parse(domain.unicode())).contains(domain);
        });
    }

    @Provide
    Arbitrary<String> names() {
        return Hostile.text(
                "ß",
                "ẞ",
                "ς",
                "Σ",
                "ü",
                "u\u0308",
                "İ",
                "ı",
                "xn--",
                "xn--strae-oqa",
                "xn--a",
                "-",
                ".",
                "\u3002",
                "\u200d",
                "\u200c",
                ".example",
                "a".repeat(40),
                "ﬁ",
                "①",
                "\u05d0",
                "\ud83d\ude00",
                "strasse");
    }
}
