package org.postlotse.journey;

import java.util.HashMap;
import java.util.Map;

/** The demo, but nobody listens where IMAP should be: the test itself does. */
public class ImapIsHeld extends DemoHoster {
    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("postlotse.demo.ports.imaps", "0");
        return settings;
    }
}
