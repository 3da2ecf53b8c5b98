package org.postlotse.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.Timeline;
import org.postlotse.store.CampaignStore;

/** A node that sends what is due, in a process that can be killed. */
final class LetterRun {
    private LetterRun() {}

    /** @param arguments the database, the mail server's port, whom to trust, letters a second, connections */
    public static void main(String... arguments) {
        var source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        var post = new SmtpPost(
                Written.post(Map.of(
                        "host",
                        "localhost",
                        "port",
                        arguments[1],
                        "security",
                        "tls",
                        "trust-store",
                        arguments[2],
                        "from",
                        "Beispiel Kundenservice <service@example.test>",
                        "connections",
                        arguments[4])),
                Clock.systemUTC());
        var timeline = new Timeline(
                Optional.empty(), Optional.empty(), List.of(), LocalDate.now().plusDays(60));
        var node = new Node(
                new Node.Parts(
                        Clock.systemUTC(),
                        CampaignStore.in(new KeptConnections(source)),
                        ExampleHoster.usual().catalogue(timeline),
                        post,
                        new Letterbox()),
                Map.of(
                        "hours", "00:00-24:00",
                        "days", "mon-sun",
                        "per-second", arguments[3],
                        "per-hour", "9999999"));
        System.out.println("begun");
        var run = node.warnings.run();
        System.out.println("ended " + run + " " + processorTime());
        post.closeAll();
        System.exit(0);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
