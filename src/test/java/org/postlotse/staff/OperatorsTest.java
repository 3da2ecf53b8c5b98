package org.postlotse.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Fault;

class OperatorsTest {
    private static final String PASSWORD = "Ebbe Flut Tide Priel";
    private static final String TOKEN = TokenHash.fresh(new SecureRandom());
    private static final Map<String, String> SOUND = Map.of(
            "people[0].name", "Anna",
            "people[0].hash",
                    PasswordHash.of(PASSWORD.toCharArray(), new SecureRandom()).encoded(),
            "people[0].role", "operator",
            "tokens[0].name", "monitoring",
            "tokens[0].hash", TokenHash.of(TOKEN).encoded());

    @Test
    void without_configuration_nobody_comes_in() {
        var operators = operators(Map.of());

        assertThat(operators.deskOpen()).isFalse();
        assertThat(operators.faults()).isEmpty();
        assertThat(operators.logIn("", new char[0])).isEmpty();
        assertThat(operators.bearer("")).isEmpty();
    }

    @Test
    void an_operator_comes_in_with_name_and_password() {
        var operators = operators(SOUND);

        assertThat(operators.faults()).isEmpty();
        assertThat(operators.logIn(" ANNA ", PASSWORD.toCharArray()).map(Operator::role))
                .contains(Role.OPERATOR);
        assertThat(operators.logIn("anna", "Ebbe Flut Tide".toCharArray())).isEmpty();
        assertThat(operators.logIn("bert", PASSWORD.toCharArray())).isEmpty();
        assertThat(operators.logIn("anna", new char[0])).isEmpty();
    }

    @Test
    void a_machine_comes_in_with_its_token() {
        var operators = operators(SOUND);

        assertThat(operators.bearer(TOKEN).map(Machine::name)).contains("monitoring");
        assertThat(operators.bearer(TOKEN).map(Machine::role)).contains(Role.API);
        assertThat(operators.bearer(TOKEN + "x")).isEmpty();
        assertThat(operators.bearer(TokenHash.of(TOKEN).encoded())).isEmpty();
    }

    @Test
    void another_password_or_role_is_another_version() {
        var before = operators(SOUND).find("anna").orElseThrow().version();

        assertThat(operators(SOUND).find("anna").orElseThrow().version()).isEqualTo(before);
        assertThat(operators(with("people[0].role", "support"))
                        .find("anna")
                        .orElseThrow()
                        .version())
                .isNotEqualTo(before);
        var newPassword =
                PasswordHash.of(PASSWORD.toCharArray(), new SecureRandom()).encoded();
        assertThat(operators(with("people[0].hash", newPassword))
                        .find("anna")
                        .orElseThrow()
                        .version())
                .isNotEqualTo(before);
    }

    @Test
    void every_fault_is_named() {
        var operators = operators(Map.of(
                "people[0].role", "admin",
                "people[1].name", "a b",
                "people[1].hash", "secret",
                "tokens[0].name", "monitoring",
                "tokens[0].hash", "secret",
                "tokens[1].name", "Monitoring",
                "tokens[1].hash", TokenHash.of(TOKEN).encoded(),
                "idle", "soon",
                "longest", "25h"));

        assertThat(operators.faults().stream().map(Fault::key))
                .containsExactlyInAnyOrder(
                        "postlotse.operators.people[0].name",
                        "postlotse.operators.people[0].role",
                        "postlotse.operators.people[0].hash",
                        "postlotse.operators.people[1].name",
                        "postlotse.operators.people[1].hash",
                        "postlotse.operators.tokens[0].hash",
                        "postlotse.operators.tokens[1].name",
                        "postlotse.operators.idle",
                        "postlotse.operators.longest");
        assertThat(operators.faults().toString()).doesNotContain("secret");
    }

    @Test
    void a_session_lasts_half_an_hour_without_a_click_and_a_working_day_in_all() {
        assertThat(operators(Map.of()).idle()).isEqualTo(Duration.ofMinutes(30));
        assertThat(operators(Map.of()).longest()).isEqualTo(Duration.ofHours(10));
    }

    private static Map<String, String> with(String key, String value) {
        var changed = new HashMap<>(SOUND);
        changed.put(key, value);
        return changed;
    }

    private static Operators operators(Map<String, String> settings) {
        var written = new HashMap<String, String>();
        settings.forEach((key, value) -> written.put("postlotse.operators." + key, value));
        return new Operators(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(StaffConfig.class)
                .withSources(new PropertiesConfigSource(written, "test", 100))
                .build()
                .getConfigMapping(StaffConfig.class));
    }
}
