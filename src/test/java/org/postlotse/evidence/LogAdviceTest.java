package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Advice is there for every server that it names. */
class LogAdviceTest {
    @ParameterizedTest
    @EnumSource(LogAdvice.class)
    void each_has_settings_and_says_what_they_are_for(LogAdvice advice) {
        assertThat(LogAdvice.of(advice.id())).contains(advice);
        assertThat(advice.settings().lines())
                .anyMatch(line -> line.startsWith("# "))
                .anyMatch(line -> line.contains(" = "));
        assertThat(advice.settings()).endsWith("\n").doesNotContain("%{client_id}"); // unknown at log-in to Dovecot
    }
}
