package org.postlotse.catalogue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A hoster's settings as somebody wrote them: a whole right set, and one edit per test. */
final class WrittenConfig {
    private final Map<String, String> settings = new HashMap<>(Map.ofEntries(
            Map.entry("public-url", "https://sicher.example.test"),
            Map.entry("provider.id", "example.test"),
            Map.entry("provider.name", "Beispiel-Hoster"),
            Map.entry("provider.short-name", "Beispiel"),
            Map.entry("provider.webmail", "https://webmail.example.test/"),
            Map.entry("provider.help", "https://www.example.test/hilfe"),
            Map.entry("provider.phone", "0000 123456"),
            Map.entry("provider.hours", "Mo-Fr 9-17 Uhr"),
            Map.entry("domains[0]", "example.test"),
            Map.entry("mx-hosts[0]", "mx.example.test"),
            Map.entry("old-hosts[0]", "pop3.{domain}"),
            Map.entry("cut-off", "2024-09-20")));

    static WrittenConfig right() {
        return new WrittenConfig()
                .server(0, "pop3", "995", "tls")
                .server(1, "imap", "993", "tls")
                .server(2, "smtp", "587", "starttls");
    }

    WrittenConfig with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    WrittenConfig without(String key) {
        settings.keySet()
                .removeIf(known -> known.equals(key) || known.startsWith(key + ".") || known.startsWith(key + "["));
        return this;
    }

    private WrittenConfig server(int index, String protocol, String port, String security) {
        var key = "servers[" + index + "].";
        return with(key + "protocol", protocol)
                .with(key + "host", "mail01.example.test")
                .with(key + "port", port)
                .with(key + "security", security);
    }

    CatalogueConfig read() {
        var whole = new HashMap<String, String>();
        settings.forEach((key, value) -> whole.put("postlotse." + key, value));
        ConfigSource source = new PropertiesConfigSource(whole, "test", 100);
        return new SmallRyeConfigBuilder()
                .withMapping(CatalogueConfig.class)
                .withSources(source)
                .build()
                .getConfigMapping(CatalogueConfig.class);
    }
}
