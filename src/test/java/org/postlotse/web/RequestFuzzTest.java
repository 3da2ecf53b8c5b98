package org.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postlotse.document.WrittenDocument;
import org.postlotse.support.Hostile;

/** Headers and forms from strangers, read without a mishap. */
class RequestFuzzTest {
    private static final String PROXY = "10.0.0.7";

    private final Prepared document = Prepared.of(WrittenDocument.of("text/xml", "<a/>".repeat(99)));

    @Property
    void any_target_and_host_name_some_host(@ForAll("hosts") String target, @ForAll("hosts") String host) {
        var request = AnyRequest.from("192.0.2.1").to(target).with("Host", host).asVertx();
        var read = proxies("x-forwarded-for").host(request);
        assertThat(read).isEqualTo(read.toLowerCase(java.util.Locale.ROOT));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Hostile.text(
                "https://",
                "http:",
                "/",
                "//",
                "example.test",
                ":443",
                ":",
                "[",
                "]",
                "[::1]",
                "?",
                "#",
                "@",
                "%",
                "%4",
                "*",
                "\\",
                " ",
                "\t",
                "İ");
    }

    @Property
    void any_proxy_header_leads_to_an_address(@ForAll("forwarded") String header) {
        for (var name : List.of("X-Forwarded-For", "X-Forwarded-Host", "Forwarded")) {
            var request = AnyRequest.from(PROXY)
                    .with("Host", "example.test")
                    .with(name, header)
                    .asVertx();
            for (var each : List.of(proxies("x-forwarded-for", "x-forwarded-host"), proxies("forwarded"))) {
                assertThat(each.network(request)).isNotNull();
                assertThat(each.host(request)).isNotNull();
            }
        }
    }

    @Provide
    Arbitrary<String> forwarded() {
        return Hostile.text(
                "for=",
                "host=",
                "by=",
                "proto=https",
                ";",
                ",",
                "\"",
                "\\",
                "\\\"",
                "192.0.2.1",
                "10.0.0.8",
                "[2001:db8::1]:4711",
                "::ffff:1.2.3.4",
                "::",
                "1.2.3",
                "999.0.0.1",
                "fe80::1%eth0",
                "unknown",
                "_hidden",
                ", 10.0.0.9",
                " ",
                "=",
                "\"".repeat(50),
                "\\".repeat(51),
                "a".repeat(300));
    }

    @Property
    void any_preference_chooses_a_form(@ForAll("preferences") String header) {
        assertThat(document.form(header).coding()).isIn("br", "gzip", "identity");
        assertThat(Preference.has(header, "\"abc\"")).isIn(true, false);
    }

    @Provide
    Arbitrary<String> preferences() {
        return Hostile.text(
                "gzip",
                "br",
                "*",
                ";",
                "q=",
                "0",
                "0.0",
                "1.",
                ",",
                " ",
                "W/",
                "\"abc\"",
                "\"",
                "identity",
                "deflate",
                ";q=0");
    }

    @Property
    void any_form_is_read(@ForAll("forms") byte[] body) {
        var form = new TypedForm(body);
        for (var name : List.of("mailbox", "password", "login-name", "")) {
            assertThat(form.text(name)).isNotNull();
            form.secret(name).ifPresent(secret -> assertThat(secret).isNotNull());
        }
        form.close();
        for (var each : body) assertThat(each).isZero();
    }

    @Provide
    Arbitrary<byte[]> forms() {
        return Hostile.bytes(
                "mailbox=",
                "password=",
                "login-name=",
                "&",
                "=",
                "%",
                "%C3",
                "%BC",
                "%zz",
                "%4",
                "+",
                "erika%40example.test",
                "mailbox",
                "%F0%9F",
                "\0");
    }

    @Property
    void any_network_is_one_or_none(@ForAll("forwarded") String text) {
        Network.parse(text)
                .ifPresent(network -> assertThat(network.has(network.first())).isTrue());
    }

    private static Proxies proxies(String... headers) {
        return new Proxies(ProxySettings.of(new Trusting(List.of(headers)), false));
    }

    private record Trusting(List<String> headers) implements ProxyConfig {
        @Override
        public Optional<List<String>> trusted() {
            return Optional.of(List.of("10.0.0.0/24"));
        }
    }
}
