package org.postlotse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the machine's logger threw away is counted by its own words, and by nobody else's. */
class LostLinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rsyslogd: imuxsock[pid 7]: 42 messages lost due to rate-limiting (200 allowed within 5 seconds) | 42
                    rsyslogd: imjournal: 1200 messages lost due to rate-limiting (20000 allowed within 600 seconds) | 1200
                    rsyslogd: imuxsock lost 9 messages from pid 7 due to rate-limiting                             | 9
                    rsyslogd: imjournal: begin to drop messages due to rate-limiting                               | 0
                    systemd-journald[7]: Suppressed 42 messages from dovecot.service                               | 42
                    sshd[7]: Suppressed 42 messages from dovecot.service                                           | 0
                    rsyslogd: 42 messages written                                                                  | 0
                    """)
    void each_way_of_saying_so_is_understood(String message, long lost) {
        assertThat(Heard.in("Nov 23 08:00:00 mx01 " + message).tally().lost()).isEqualTo(lost);
    }
}
