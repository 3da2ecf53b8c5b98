package org.postlotse.campaign.hook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/** What the configuration says about receivers of changes, and all that is wrong with it. */
@Singleton
class HookSettings implements SettingsCheck {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String SECRET = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Hook> hooks = new ArrayList<>();

    @Inject
    HookSettings(HookConfig config) {
        var targets = config.targets().orElse(List.of());
        var names = new HashSet<String>();
        for (int i = 0; i < targets.size(); i++) {
            var key = "postlotse.webhooks.targets[" + i + "].";
            var name = targets.get(i).name().map(String::strip).orElse("");
            var url = targets.get(i).url().flatMap(HookSettings::url);
            var secret = targets.get(i).secret().flatMap(HookSettings::secret);
            if (!NAME.matcher(name).matches())
                fault(key + "name", "is “" + name + "”; write small letters, digits and hyphens");
            else if (!names.add(name)) fault(key + "name", "is “" + name + "” a second time");
            if (url.isEmpty()) fault(key + "url", "is no address; write one that begins with https://");
            if (secret.isEmpty())
                fault(
                        key + "secret",
                        "must be “whsec_” and 24 to 64 bytes in Base64; “openssl rand -base64 32” makes them");
            if (url.isPresent() && secret.isPresent()) hooks.add(Hook.of(name, url.get(), secret.get()));
        }
    }

    List<Hook> hooks() {
        return List.copyOf(hooks);
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What is posted names mailboxes: it leaves this machine encrypted. */
    private static Optional<URI> url(String text) {
        try {
            var url = new URI(text.strip());
            boolean whole = url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
            boolean sealed = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme()) && THIS_MACHINE.contains(String.valueOf(url.getHost()));
            return whole && sealed ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> secret(String text) {
        if (!text.strip().startsWith(SECRET)) return Optional.empty();
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip().substring(SECRET.length())))
                    .filter(bytes -> bytes.length >= SHORTEST && bytes.length <= LONGEST);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private void fault(String key, String right) {
        faults.add(new Fault(key, right));
    }
}
