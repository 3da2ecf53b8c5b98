package org.postlotse.campaign;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.evidence.TestEvidence;
import org.postlotse.store.CampaignStore;

/** One node of a campaign, put together as the container does. */
final class Node {
    final ExcuseBook excuses;
    final Keeper keeper;
    final Warnings warnings;
    final Preview preview;
    final TestLetters testLetters;
    final Returns returns;
    final LostLetters lost;
    final Handling handling;
    final Counters counters;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** What nodes share, and what differs from test to test. */
    record Parts(Clock clock, CampaignStore store, Catalogue catalogue, Post post, Letter.Writer writer) {}

    Node(Parts parts, Map<String, String> written) {
        var clock = parts.clock();
        var store = parts.store();
        var catalogue = parts.catalogue();
        var config = Written.campaign(written);
        var settings = new CampaignSettings(config);
        counters = new Counters(metrics, store.steps(), store.board(), clock, catalogue);
        var readers = new Readers(new Holders(config), new Languages(config, parts.writer()), parts.writer());
        excuses = new ExcuseBook(settings, store.excuses(), store.cases(), catalogue, clock);
        var evidence = TestEvidence.asking(store.logins(), catalogue, clock);
        keeper = new Keeper(store.cases(), store.logins(), evidence, settings, excuses, clock);
        var links = new SealedLinks(store.keys(), store.recipients(), clock);
        var letters = new Letters(catalogue, store.logins(), store.recipients(), links, parts.writer(), readers);
        var agenda = new Agenda(store.cases(), store.recipients(), settings, catalogue, clock);
        var gate = new Gate(store.controls(), store.turns(), parts.post(), settings, catalogue, clock);
        var delivery = new Delivery(store.claims(), letters, parts.post(), gate, settings, counters, clock);
        warnings = new Warnings(agenda, letters, delivery, gate, store.controls(), parts.post());
        preview = new Preview(agenda, store.controls(), store.recipients(), readers);
        testLetters = new TestLetters(letters, store.cases(), parts.post());
        lost = new LostLetters(store.claims(), clock);
        handling = new Handling(
                store.cases(),
                store.recipients(),
                store.claims(),
                lost,
                store.controls(),
                letters,
                parts.post(),
                counters,
                clock);
        returns = new Returns(
                store.recipients(),
                store.claims(),
                store.cases(),
                counters,
                Written.post(Map.of("bounces", "bounce+{code}@example.test")),
                clock);
    }
}
