package org.postlotse.journey;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.postlotse.staff.PasswordHash;
import org.postlotse.staff.TokenHash;

/** The demo hoster with an operator, somebody in support, and a machine. */
public class StaffedHoster extends DemoHoster {
    static final String PASSWORD = "Ebbe Flut Tide Priel";
    /** Not drawn: a profile and its tests live in different class loaders. */
    static final String TOKEN = "postlotse_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.putAll(staff());
        return settings;
    }

    /** The settings that name them. */
    static Map<String, String> staff() {
        var settings = new HashMap<String, String>();
        var hash = PasswordHash.of(PASSWORD.toCharArray(), new SecureRandom()).encoded();
        person(settings, 0, "anna", "operator", hash);
        person(settings, 1, "sven", "support", hash);
        person(settings, 2, "demo", "support", hash);
        settings.put("postlotse.operators.tokens[0].name", "monitoring");
        settings.put("postlotse.operators.tokens[0].hash", TokenHash.of(TOKEN).encoded());
        return settings;
    }

    private static void person(Map<String, String> settings, int index, String name, String role, String hash) {
        var key = "postlotse.operators.people[" + index + "].";
        settings.put(key + "name", name);
        settings.put(key + "role", role);
        settings.put(key + "hash", hash);
    }
}
