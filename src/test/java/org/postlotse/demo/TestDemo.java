package org.postlotse.demo;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.postlotse.demo.DemoConfig.Ports;

/** The demo's mail servers on ports that happen to be free. */
public final class TestDemo {
    /** As they are when nobody says otherwise. */
    static final Ports PORTS = config(Map.of()).ports();

    private TestDemo() {}

    /** Not started yet; its authority's certificate will be in this directory. */
    public static DemoMail in(Path directory) {
        return new DemoMail(config(Map.of(
                "postlotse.demo.directory", directory.toString(),
                "postlotse.demo.ports.pop3s", "0",
                "postlotse.demo.ports.pop3", "0",
                "postlotse.demo.ports.imaps", "0",
                "postlotse.demo.ports.imap", "0",
                "postlotse.demo.ports.smtps", "0",
                "postlotse.demo.ports.submission", "0",
                "postlotse.demo.ports.odd", "0")));
    }

    private static DemoConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(DemoConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(DemoConfig.class);
    }
}
