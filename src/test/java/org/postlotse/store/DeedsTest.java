package org.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postlotse.staff.AuditTrail;
import org.postlotse.staff.AuditTrail.Deed;
import org.postlotse.staff.AuditTrail.Kind;

/** What is known of deeds ends: after a time, and where their mailbox is to be forgotten. */
class DeedsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final AuditTrail trail = CampaignStore.embedded().trail();

    @Test
    void a_forgotten_mailbox_stands_in_no_deed_but_what_was_done_does() {
        trail.note(Deed.of(NOW, "sven", Kind.EXCUSED, "erika@example.test", "Erika's printer"));
        trail.note(Deed.of(NOW, "anna", Kind.TEST_LETTER, "otto@example.test", "first → erika@example.test"));
        trail.note(Deed.of(NOW, "anna", Kind.MUTED, "otto@example.test", ""));

        assertThat(trail.forget("erika@example.test")).isEqualTo(2);

        assertThat(trail.to("erika@example.test", 10)).isEmpty();
        assertThat(trail.latest(Long.MAX_VALUE, 10))
                .extracting(deed -> deed.who() + " " + deed.kind() + " " + deed.mailbox() + " " + deed.detail())
                .containsExactly("anna MUTED otto@example.test ", "anna TEST_LETTER  ", "sven EXCUSED  ");
    }

    @Test
    void what_is_older_than_it_is_kept_is_erased() {
        trail.note(Deed.of(NOW.minus(Duration.ofDays(730)), "sven", Kind.MUTED, "erika@example.test", ""));
        trail.note(Deed.of(NOW, "sven", Kind.UNMUTED, "erika@example.test", ""));

        assertThat(trail.expire(NOW.minus(Duration.ofDays(365)))).isEqualTo(1);

        assertThat(trail.latest(Long.MAX_VALUE, 10)).extracting(Deed::kind).containsExactly(Kind.UNMUTED);
    }
}
