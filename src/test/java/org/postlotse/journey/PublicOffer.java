package org.postlotse.journey;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;
import org.postlotse.support.PublicHoster;

/** The product for {@link PublicHoster}: real names and the usual ports, where mail programs expect them. */
public class PublicOffer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<String, String>();
        settings.put("postlotse.domains", PublicHoster.DOMAIN);
        settings.put("postlotse.provider.id", PublicHoster.DOMAIN);
        server(settings, 0, "pop3", 995);
        server(settings, 1, "imap", 993);
        server(settings, 2, "smtp", 465);
        return settings;
    }

    private static void server(Map<String, String> settings, int index, String protocol, int port) {
        var key = "postlotse.servers[" + index + "].";
        settings.put(key + "protocol", protocol);
        settings.put(key + "host", PublicHoster.HOST);
        settings.put(key + "port", Integer.toString(port));
        settings.put(key + "security", "tls");
    }
}
