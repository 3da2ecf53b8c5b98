package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class NeedsTest {
    private static final String LINE = "WizardTest did not run: POSTFIX is not there; CHROMIUM is not there";

    private final List<String> told = new ArrayList<>();

    @Test
    void what_is_there_lets_the_test_run() {
        var answer = condition(true).judge("WizardTest", RealPart.DOVECOT);

        assertThat(answer.isDisabled()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_missing_skips_the_test_with_one_line() {
        var answer = condition(false).judge("WizardTest", RealPart.DOVECOT, RealPart.POSTFIX, RealPart.CHROMIUM);

        assertThat(answer.isDisabled()).isTrue();
        assertThat(answer.getReason()).contains(LINE);
        assertThat(told).containsExactly(LINE);
    }

    @Test
    void what_is_missing_in_CI_fails_the_test() {
        assertThatThrownBy(() -> condition(true).judge("WizardTest", RealPart.POSTFIX, RealPart.CHROMIUM))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage(LINE);
    }

    @Test
    void every_program_of_a_document_test_is_known_with_its_package() {
        for (var program : List.of("openssl", "plistutil", "xmllint"))
            assertThat(RealPart.with(program)).as(program).isPresent();
    }

    /** On a machine that has Dovecot and nothing else. */
    private NeedsCondition condition(boolean inCi) {
        return new NeedsCondition(
                part -> part == RealPart.DOVECOT ? Optional.empty() : Optional.of(part + " is not there"),
                inCi,
                told::add);
    }
}
