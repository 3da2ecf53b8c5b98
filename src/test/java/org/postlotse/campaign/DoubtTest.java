package org.postlotse.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postlotse.evidence.PortUse;

/** While the logs show what can hardly be, no letter goes out, however due it is. */
class DoubtTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    private final House house = House.usual().opened("erika").everybody();

    @Test
    void a_load_balancer_that_ends_TLS_holds_all_letters_back_until_it_is_told_of() {
        house.store.logins().keep(List.of(), List.of(new PortUse(TODAY, 993, 5, 95)), Optional.empty());
        var doubt = doubt(Map.of());

        send(doubt);
        assertThat(house.post.taken()).isEmpty();

        house.store
                .logins()
                .keep(
                        List.of(),
                        List.of(new PortUse(TODAY, 993, 9_000, 0)),
                        Optional.empty()); // the settings say so now
        send(doubt);
        assertThat(house.post.taken()).isEmpty(); // nobody asks the database before each run

        house.clock.move(Duration.ofMinutes(11));
        send(doubt);
        assertThat(house.post.taken()).hasSize(1);
    }

    @Test
    void a_crowd_that_looks_unencrypted_holds_them_back_as_well() {
        for (int i = 0; i < 60; i++) house.logsIn("m" + i, House.OLD_IMAP);

        send(doubt(Map.of()));

        assertThat(house.post.taken()).isEmpty();
    }

    @Test
    void who_has_looked_may_say_that_it_is_as_it_looks() {
        house.store.logins().keep(List.of(), List.of(new PortUse(TODAY, 995, 0, 100)), Optional.empty());

        send(doubt(Map.of("believe-logs", "true")));

        assertThat(house.post.taken()).hasSize(1);
    }

    @Test
    void without_a_doubt_they_go_out() {
        house.store
                .logins()
                .keep(
                        List.of(),
                        List.of(new PortUse(TODAY, 993, 50, 50), new PortUse(TODAY.minusDays(30), 995, 0, 999)),
                        Optional.empty());

        send(doubt(Map.of()));

        assertThat(house.post.taken()).hasSize(1);
    }

    /** As the campaign does it. */
    private void send(Doubt doubt) {
        doubt.unlessAny(house.warnings::run);
    }

    private Doubt doubt(Map<String, String> written) {
        return new Doubt(house.store.logins(), new CampaignSettings(Written.campaign(written)), house.clock);
    }
}
