package org.postlotse.journey;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postlotse.support.PublicHoster;

/** The product for {@link PublicHoster}: real names and the usual ports, where mail programs expect them. */
public class PublicOffer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        settings.put("postlotse.domains", PublicHoster.DOMAIN);
        settings.put("postlotse.provider.id", PublicHoster.DOMAIN);
        servers(settings, "postlotse.servers", "tls", 995, 993, 465);
        settings.put("postlotse.exceptions[0].for", PublicHoster.STARTTLS_MAILBOX);
        servers(settings, "postlotse.exceptions[0].servers", "starttls", 110, 143, 587);
        return settings;
    }

    private static void servers(Map<String, String> settings, String key, String security, int... ports) {
        var protocols = List.of("pop3", "imap", "smtp");
        for (int i = 0; i < ports.length; i++) {
            var server = key + "[" + i + "].";
            settings.put(server + "protocol", protocols.get(i));
            settings.put(server + "host", PublicHoster.HOST);
            settings.put(server + "port", Integer.toString(ports[i]));
            settings.put(server + "security", security);
        }
    }
}
