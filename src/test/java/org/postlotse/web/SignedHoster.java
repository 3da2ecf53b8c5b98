package org.postlotse.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.postlotse.demo.Issued;
import org.postlotse.demo.ThrowAwayAuthority;
import org.postlotse.demo.ThrowAwayAuthority.Wanted;

/**
 * A hoster who has all that documents can tell: submission by TLS at once, calendars, contacts, a key that signs
 * profiles, and a proxy that says whether it was asked by http.
 */
public final class SignedHoster implements QuarkusTestProfile {
    /** Below the directory of {@code postlotse.signing.chain}: the authority that everybody trusts. */
    static final String ROOT = "root.pem";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        server(settings, 0, "imap", "993");
        server(settings, 1, "pop3", "995");
        server(settings, 2, "smtp", "465");
        settings.put("postlotse.provider.calendars", "https://dav.example.test/calendars/");
        settings.put("postlotse.provider.contacts", "https://dav.example.test/contacts/");
        settings.put("postlotse.proxies.trusted[0]", "127.0.0.1");
        settings.put("postlotse.proxies.headers[0]", "x-forwarded-proto");
        sign(settings);
        return settings;
    }

    private static void server(Map<String, String> settings, int index, String protocol, String port) {
        var key = "postlotse.servers[" + index + "].";
        settings.put(key + "protocol", protocol);
        settings.put(key + "host", "mail01.example.test");
        settings.put(key + "port", port);
        settings.put(key + "security", "tls");
    }

    private static void sign(Map<String, String> settings) {
        try {
            var directory = Files.createTempDirectory("signing");
            var root = ThrowAwayAuthority.root("Everybody's root");
            root.intermediate("An authority of these days")
                    .issue(Wanted.server("sicher.example.test"))
                    .write(directory, "signing");
            Files.writeString(directory.resolve(ROOT), Issued.pem(root.certificate()));
            settings.put(
                    "postlotse.signing.key", directory.resolve("signing.key").toString());
            settings.put(
                    "postlotse.signing.chain", directory.resolve("signing.pem").toString());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
