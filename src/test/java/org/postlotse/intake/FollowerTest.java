package org.postlotse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.catalogue.ExampleHoster;
import org.postlotse.catalogue.MovedClock;
import org.postlotse.evidence.MemoryLogins;
import org.postlotse.evidence.TestEvidence;

/** Whether a process follows logs by itself. */
class FollowerTest {
    @TempDir
    Path directory;

    @Test
    void a_command_that_reads_by_itself_follows_nothing_and_makes_no_spool() throws Exception {
        var log = Files.writeString(directory.resolve("mail.log"), "a line\n");
        var settings = settings(Map.of(
                "postlotse.intake.running", "false",
                "postlotse.intake.files[0]", log.toString(),
                "postlotse.intake.tokens[0]", "a".repeat(64),
                "postlotse.intake.spool", directory.resolve("spool").toString()));
        assertThat(settings.faults()).isEmpty();
        var follower = follower(settings);

        follower.atStart(new StartupEvent());

        assertThat(follower.states()).isEmpty();
        assertThat(directory.resolve("spool")).doesNotExist();
    }

    @Test
    void the_process_that_serves_follows_them() throws Exception {
        var log = Files.writeString(directory.resolve("mail.log"), "a line\n");
        var follower = follower(settings(Map.of("postlotse.intake.files[0]", log.toString())));
        try {
            follower.atStart(new StartupEvent());

            assertThat(follower.states()).extracting(Follower.State::file).containsExactly(log);
        } finally {
            follower.atEnd(new ShutdownEvent());
        }
    }

    private Follower follower(IntakeSettings settings) {
        var logins = new MemoryLogins();
        var clock = new MovedClock();
        var catalogue = ExampleHoster.usual().catalogue();
        var syslog = new SyslogSettings(config(Map.of()).getConfigMapping(SyslogConfig.class));
        return new Follower(
                settings,
                TestEvidence.asking(logins, catalogue, clock),
                logins,
                catalogue,
                new Pushed(settings, syslog, clock),
                clock);
    }

    private static IntakeSettings settings(Map<String, String> written) {
        return new IntakeSettings(config(written).getConfigMapping(IntakeConfig.class), List.of());
    }

    private static SmallRyeConfig config(Map<String, String> written) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(IntakeConfig.class)
                .withMapping(SyslogConfig.class)
                .withSources(new PropertiesConfigSource(written, "test", 100))
                .build();
    }
}
