package org.postlotse.campaign.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Fault;

/** Every fault in the receivers' settings is named, and no secret is. */
class HookSettingsTest {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void nobody_need_be_told() {
        assertThat(new HookSettings(Optional::empty).hooks()).isEmpty();
        assertThat(new HookSettings(Optional::empty).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://crm.example.org/hook, true",
        "https://crm.example.org:8443/hook?a=b, true",
        "http://127.0.0.1:8081/hook, true",
        "http://localhost/, true",
        "http://crm.example.org/hook, false",
        "https://user:password@crm.example.org/, false",
        "https://crm.example.org/#there, false",
        "https:///hook, false",
        "file:///etc/passwd, false",
        "nonsense, false"
    })
    void addresses_leave_this_machine_encrypted(String url, boolean right) {
        var settings = settings("crm", url, SECRET);

        assertThat(settings.faults().isEmpty()).isEqualTo(right);
        assertThat(settings.hooks()).hasSize(right ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"whsec_, false", "whsec_c2hvcnQ=, false", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=, false"})
    void secrets_are_long_enough(String secret, boolean right) {
        assertThat(settings("crm", "https://crm.example.org/", secret).faults().isEmpty())
                .isEqualTo(right);
    }

    @Test
    void names_are_told_apart_and_secrets_never_told() {
        var twice = List.of(
                target("crm", "https://a.example.org/", SECRET), target("crm", "https://b.example.org/", SECRET));
        var settings = new HookSettings(() -> Optional.of(twice));

        assertThat(settings.faults()).extracting(Fault::key).containsExactly("postlotse.webhooks.targets[1].name");
        assertThat(settings("CRM!", "https://a.example.org/", "whsec_geheim").faults())
                .hasSize(2)
                .noneMatch(fault -> fault.toString().contains("geheim"));
        assertThat(settings.hooks().getFirst().toString()).isEqualTo("crm");
    }

    private static HookSettings settings(String name, String url, String secret) {
        return new HookSettings(() -> Optional.of(List.of(target(name, url, secret))));
    }

    private static HookConfig.Target target(String name, String url, String secret) {
        return new HookConfig.Target() {
            @Override
            public Optional<String> name() {
                return Optional.of(name);
            }

            @Override
            public Optional<String> url() {
                return Optional.of(url);
            }

            @Override
            public Optional<String> secret() {
                return Optional.of(secret);
            }
        };
    }
}
