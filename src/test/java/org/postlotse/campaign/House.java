package org.postlotse.campaign;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.catalogue.Timeline;
import org.postlotse.evidence.Encryption;
import org.postlotse.evidence.Fingerprint;
import org.postlotse.evidence.LoginProtocol;
import org.postlotse.evidence.Sightings;
import org.postlotse.store.CampaignStore;

/**
 * A whole campaign on one node, with a real database, a clock that is moved by hand and a mail server that remembers. It
 * begins on Monday the 1st of July 2024 at noon, 81 days before the switch-off on the 20th of September.
 */
final class House {
    static final Fingerprint OLD_IMAP = how(LoginProtocol.IMAP, Encryption.NONE, "PLAIN", "Thunderbird");
    static final Fingerprint OLD_SMTP = how(LoginProtocol.SMTP, Encryption.NONE, "PLAIN", "");
    static final Fingerprint CRAM = how(LoginProtocol.IMAP, Encryption.TLS, "CRAM-MD5", "");
    static final Fingerprint NEW_IMAP = how(LoginProtocol.IMAP, Encryption.TLS, "PLAIN", "Thunderbird");
    static final Fingerprint NEW_SMTP = how(LoginProtocol.SMTP, Encryption.TLS, "PLAIN", "");
    static final Instant BEGIN = Instant.parse("2024-07-01T10:00:00Z");

    final MovedClock clock;
    final CampaignStore store;
    final Letterbox post = new Letterbox();
    final Catalogue catalogue;
    final ExcuseBook excuses;
    final Keeper keeper;
    final Warnings warnings;
    final Preview preview;
    final TestLetters testLetters;
    final Returns returns;
    final LostLetters lost;
    final Handling handling;
    final Counters counters;
    final SimpleMeterRegistry metrics;

    private House(Base base, Map<String, String> written) {
        clock = base.clock();
        store = base.store();
        catalogue = base.catalogue();
        var node = new Node(new Node.Parts(clock, store, catalogue, post, post), written);
        excuses = node.excuses;
        keeper = node.keeper;
        warnings = node.warnings;
        preview = node.preview;
        testLetters = node.testLetters;
        returns = node.returns;
        lost = node.lost;
        handling = node.handling;
        counters = node.counters;
        metrics = node.metrics;
    }

    private record Base(MovedClock clock, CampaignStore store, Catalogue catalogue) {}

    static House usual() {
        return with(Map.of());
    }

    static House with(Map<String, String> settings) {
        return with(settings, new Timeline(Optional.empty(), Optional.empty(), List.of(), LocalDate.of(2024, 9, 20)));
    }

    static House with(Map<String, String> settings, Timeline timeline) {
        var clock = new MovedClock();
        clock.move(Duration.between(clock.instant(), BEGIN));
        var catalogue = ExampleHoster.usual().catalogue(timeline);
        var fast = new HashMap<>(Map.of("per-second", "1000"));
        fast.putAll(settings);
        return new House(new Base(clock, CampaignStore.embedded(), catalogue), fast);
    }

    /** Another node, of the same hoster, with a mail server of its own. */
    House neighbour(Map<String, String> settings) {
        return new House(new Base(clock, store, catalogue), settings);
    }

    static EmailAddress mailbox(String name) {
        return EmailAddress.parse(name + "@example.test").orElseThrow();
    }

    /** A log-in that a log shows now. */
    House logsIn(String name, Fingerprint how) {
        var sighting = Sightings.of(
                mailbox(name).normalised(), how, "192.0.2.7", clock.instant().toString());
        store.logins().keep(List.of(sighting), Optional.empty());
        return this;
    }

    House days(int days) {
        clock.move(Duration.ofDays(days));
        return this;
    }

    /** Looks at the logs and sends what is due. */
    Warnings.Run step() {
        keeper.review();
        excuses.end();
        return warnings.run();
    }

    /** Insecure on two days up to now, with a case. */
    House opened(String name) {
        return opened(name, OLD_IMAP);
    }

    House opened(String name, Fingerprint how) {
        clock.move(Duration.ofDays(-1));
        logsIn(name, how);
        clock.move(Duration.ofDays(1));
        logsIn(name, how);
        keeper.review();
        return this;
    }

    /** So many at once, {@code c0} and further. */
    House crowd(int count) {
        for (int day = 0; day < 2; day++) {
            days(day == 0 ? -1 : 1);
            for (int i = 0; i < count; i++) logsIn("c" + i, OLD_IMAP);
        }
        keeper.review();
        return this;
    }

    /** All pages of the preview. */
    List<Preview.Line> lines() {
        var lines = new ArrayList<Preview.Line>();
        for (var mark = Optional.of(""); mark.isPresent(); ) {
            var page = preview.page(mark.get());
            lines.addAll(page.lines());
            mark = page.next();
        }
        return lines;
    }

    House everybody() {
        return wave(Control.Wave.ALL);
    }

    House wave(Control.Wave wave) {
        store.controls().change(Control.of(wave, "test", clock.instant()));
        return this;
    }

    /** Somebody came by the letter's link. */
    House comes(String name) {
        return moves(name, CaseState.OPENED);
    }

    House moves(String name, CaseState to) {
        for (var one : store.cases().of(mailbox(name))) store.cases().move(one, to, clock.instant());
        return this;
    }

    /** The states of a mailbox' cases. */
    List<CaseState> states(String name) {
        return store.cases().of(mailbox(name)).stream().map(Case::state).toList();
    }

    private static Fingerprint how(LoginProtocol protocol, Encryption encryption, String mechanism, String client) {
        return new Fingerprint(protocol, encryption, "", mechanism, "", client);
    }
}
