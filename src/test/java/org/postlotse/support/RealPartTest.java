package org.postlotse.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RealPartTest {
    @Test
    void what_is_there_lets_the_test_go_on() {
        assertThatCode(() -> RealPart.decide(true, "x is not there", true)).doesNotThrowAnyException();
    }

    @Test
    void what_is_missing_skips_the_test_with_one_line() {
        assertThatThrownBy(() -> RealPart.decide(false, "x is not there", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("x is not there");
    }

    @Test
    void what_is_missing_in_CI_fails() {
        assertThatThrownBy(() -> RealPart.decide(false, "x is not there", true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("x is not there");
    }
}
