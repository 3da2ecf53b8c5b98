package org.postlotse.intake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;
import org.postlotse.staff.TokenHash;

/** A hoster to whom lines are pushed in every way. */
public final class OpenDoors implements QuarkusTestProfile {
    static final String TOKEN = "postlotse_a-token-of-the-tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            var directory = Files.createTempDirectory("postlotse-doors");
            ThrowAwayAuthority.root("Postlotse test authority")
                    .issue(Wanted.server("localhost"))
                    .write(directory, "syslog");
            var settings = new HashMap<String, String>();
            var intake = "postlotse.intake.";
            settings.put(intake + "tokens[0]", TokenHash.of(TOKEN).encoded());
            settings.put(intake + "spool", directory.resolve("spool").toString());
            for (var way : new String[] {"tcp", "tls", "udp"}) settings.put(intake + "syslog." + way + "-port", "0");
            var pem = "quarkus.tls.syslog.key-store.pem.0.";
            settings.put(pem + "cert", directory.resolve("syslog.pem").toString());
            settings.put(pem + "key", directory.resolve("syslog.key").toString());
            return settings;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
