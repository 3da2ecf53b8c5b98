package org.postlotse.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postlotse.catalogue.Catalogue.Hoster;
import org.postlotse.catalogue.CatalogueConfig.ProviderConfig;
import org.postlotse.catalogue.CatalogueConfig.TimelineConfig;
import org.postlotse.catalogue.Timeline.Rehearsal;

/** Reads who the hoster is and what it has promised when. */
final class HosterReader {
    private static final String PROVIDER = "postlotse.provider.";
    private static final Pattern OLD_HOST = Pattern.compile("(?:[a-z0-9-]+\\.)*(?:\\{domain}|[a-z0-9-]+)");

    private final Reading reading;

    HosterReader(Reading reading) {
        this.reading = reading;
    }

    Optional<Hoster> read(CatalogueConfig config) {
        var publicUrl = reading.required("postlotse.public-url", config.publicUrl(), Written::origin, Written.URL);
        var provider = provider(config.provider());
        var loginName = reading.required(
                "postlotse.login-name",
                Optional.of(config.loginName()),
                Written::loginName,
                "{address} or {localpart}");
        var oldHosts = reading.each(
                "postlotse.old-hosts",
                config.oldHosts(),
                text -> Optional.of(text).filter(OLD_HOST.asMatchPredicate()),
                "a host name, where {domain} stands for the customer's domain");
        var timeline = timeline(config.timeline(), config.cutOff());
        var zone = reading.required(
                "postlotse.time-zone", Optional.of(config.timeZone()), Written::zone, "a zone such as Europe/Berlin");
        if (publicUrl.isEmpty() || provider.isEmpty() || loginName.isEmpty() || timeline.isEmpty() || zone.isEmpty())
            return Optional.empty();
        return Optional.of(
                new Hoster(publicUrl.get(), provider.get(), loginName.get(), oldHosts, timeline.get(), zone.get()));
    }

    private Optional<Provider> provider(ProviderConfig config) {
        var id = reading.required(PROVIDER + "id", config.id(), Domain::parse, Written.DOMAIN);
        var name = words("name", config.name(), 60); // draft-ietf-mailmaint-autoconfig-06: display names
        var shortName = words("short-name", config.shortName(), 20);
        var webmail = reading.required(PROVIDER + "webmail", config.webmail(), Written::url, Written.URL);
        var help = reading.required(PROVIDER + "help", config.help(), Written::url, Written.URL);
        var phone = words("phone", config.phone(), 40);
        var hours = words("hours", config.hours(), 80);
        if (id.isEmpty()
                || name.isEmpty()
                || shortName.isEmpty()
                || webmail.isEmpty()
                || help.isEmpty()
                || phone.isEmpty()
                || hours.isEmpty()) return Optional.empty();
        return Optional.of(new Provider(
                id.get(), name.get(), shortName.get(), webmail.get(), help.get(), phone.get(), hours.get()));
    }

    private Optional<String> words(String key, Optional<String> written, int longest) {
        return reading.required(
                PROVIDER + key,
                written,
                text -> Written.text(text, longest),
                "at most " + longest + " characters on one line");
    }

    private Optional<Timeline> timeline(TimelineConfig config, Optional<String> written) {
        var announced =
                reading.optional("postlotse.timeline.announced", config.announced(), Written::date, Written.DATE);
        var mailsFrom =
                reading.optional("postlotse.timeline.mails-from", config.mailsFrom(), Written::date, Written.DATE);
        var rehearsals = rehearsals(config);
        return reading.required("postlotse.cut-off", written, Written::date, Written.DATE)
                .map(cutOff -> new Timeline(announced, mailsFrom, rehearsals, cutOff));
    }

    private List<Rehearsal> rehearsals(TimelineConfig config) {
        var rehearsals = new ArrayList<Rehearsal>();
        var written = config.rehearsals().orElse(List.of());
        for (int i = 0; i < written.size(); i++) {
            var key = "postlotse.timeline.rehearsals[" + i + "]";
            var from = reading.required(key + ".from", written.get(i).from(), Written::moment, Written.MOMENT);
            var to = reading.required(key + ".to", written.get(i).to(), Written::moment, Written.MOMENT);
            if (from.isEmpty() || to.isEmpty()) continue;
            if (from.get().isBefore(to.get())
                    && from.get().toLocalDate().equals(to.get().toLocalDate()))
                rehearsals.add(new Rehearsal(from.get(), to.get()));
            else reading.fault(key + ".to", "must be later on the same day as from");
        }
        return rehearsals;
    }
}
