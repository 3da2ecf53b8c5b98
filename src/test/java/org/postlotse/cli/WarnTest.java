package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postlotse.campaign.Control;
import org.postlotse.catalogue.Domain;
import org.postlotse.store.CampaignStore;
import picocli.CommandLine;

/** The letters' switch at a terminal. */
class WarnTest {
    private final CampaignStore store = CampaignStore.embedded();
    private final StringWriter said = new StringWriter();

    @Test
    void a_wave_is_begun_paused_resumed_and_stopped() {
        assertThat(run("begin", "--share", "10")).isZero();
        assertThat(store.controls().read().wave()).isEqualTo(Control.Wave.share(10));
        run("pause");
        assertThat(store.controls().read().paused()).isTrue();
        run("resume");
        assertThat(store.controls().read().paused()).isFalse();
        run("begin", "--domain", "example.org,müller.example");
        assertThat(store.controls().read().wave().domains())
                .isEqualTo(Set.of(new Domain("example.org"), new Domain("xn--mller-kva.example")));
        run("stop");

        assertThat(store.controls().read().wave()).isEqualTo(Control.Wave.STOPPED);
        assertThat(store.trail().latest(Long.MAX_VALUE, 10))
                .allMatch(deed -> deed.who().startsWith("terminal: "))
                .extracting(deed -> deed.kind() + " " + deed.detail())
                .containsExactly(
                        "CAMPAIGN_STOPPED Stopped: no letter goes out.",
                        "CAMPAIGN_CHANGED Wave: example.org, xn--mller-kva.example.",
                        "CAMPAIGN_CHANGED Wave: 10 % of all mailboxes.",
                        "CAMPAIGN_CHANGED Wave: 10 % of all mailboxes. Paused: no letter goes out.",
                        "CAMPAIGN_CHANGED Wave: 10 % of all mailboxes.");
        assertThat(said.toString())
                .contains(
                        "Wave: 10 % of all mailboxes.", "Paused: no letter goes out.", "Stopped: no letter goes out.");
    }

    @Test
    void whoever_does_not_say_which_wave_begins_none() {
        for (var wrong : new String[][] {
            {"begin"}, {"begin", "--share", "0"}, {"begin", "--pilot", "--all"}, {"begin", "--domain", "no domain"}
        }) assertThat(run(wrong)).isEqualTo(ExitCode.USAGE);

        assertThat(store.controls().read()).isEqualTo(Control.BEGINNING);
    }

    private int run(String... arguments) {
        var warn = new Warn(
                () -> {
                    throw new IllegalStateException("nothing is looked at");
                },
                store::controls,
                () -> {
                    throw new IllegalStateException("nothing is sent");
                },
                () -> {
                    throw new IllegalStateException("nobody is excused");
                },
                () -> {
                    throw new IllegalStateException("nothing is lost");
                },
                store::trail,
                Clock.systemUTC());
        return new CommandLine(warn)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
