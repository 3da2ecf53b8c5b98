package org.postlotse.catalogue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one brand. What a further brand leaves out is as with the main one, except for whatever names it: id, names and
 * public URL.
 */
final class BrandReader {
    private static final int LONGEST_HOURS = 80;
    private static final Pattern OLD_HOST = Pattern.compile("(?:[a-z0-9-]+\\.)*(?:\\{domain}|[a-z0-9-]+)");

    private final Reading reading;
    private final String id;
    private final String prefix;
    private final Optional<Brand> main;

    private BrandReader(Reading reading, String id, String prefix, Optional<Brand> main) {
        this.reading = reading;
        this.id = id;
        this.prefix = prefix;
        this.main = main;
    }

    static BrandReader main(Reading reading) {
        return new BrandReader(reading, Brand.MAIN, "postlotse.", Optional.empty());
    }

    /** @param main empty when it has faults; then what is inherited is neither known nor a fault of this brand */
    static BrandReader further(Reading reading, String id, Optional<Brand> main) {
        return new BrandReader(reading, id, "postlotse.brands." + id + ".", main);
    }

    Optional<Brand> read(BrandConfig config) {
        var publicUrl = reading.required(prefix + "public-url", config.publicUrl(), Written::origin, Written.URL);
        var hosts = reading.each(prefix + "hosts", config.hosts(), Host::parse, Written.HOST);
        var provider = provider(config.provider());
        var servers = inherits(config.servers().isEmpty())
                ? main.map(Brand::servers)
                : Optional.of(new ServersReader(reading).read(prefix + "servers", config.servers()));
        var loginName = inherits(config.loginName().isEmpty())
                ? main.map(Brand::loginName)
                : reading.required(
                        prefix + "login-name",
                        config.loginName().or(() -> Optional.of(LoginName.ADDRESS.pattern())),
                        Written::loginName,
                        "{address} or {localpart}");
        var oldHosts =
                inherits(config.oldHosts().isEmpty()) ? main.map(Brand::oldHosts) : Optional.of(oldHosts(config));
        var timeline = timeline(config);
        if (publicUrl.isEmpty()
                || provider.isEmpty()
                || servers.isEmpty()
                || loginName.isEmpty()
                || oldHosts.isEmpty()
                || timeline.isEmpty()) return Optional.empty();
        return Optional.of(new Brand(
                id,
                provider.get(),
                publicUrl.get(),
                all(publicUrl.get(), hosts),
                servers.get(),
                loginName.get(),
                oldHosts.get(),
                timeline.get()));
    }

    private boolean inherits(boolean leftOut) {
        return leftOut && !id.equals(Brand.MAIN);
    }

    private static List<Host> all(URI publicUrl, List<Host> hosts) {
        return Stream.concat(Host.parse(publicUrl.getHost()).stream(), hosts.stream())
                .distinct()
                .toList();
    }

    private Optional<Provider> provider(CatalogueConfig.ProviderConfig config) {
        var key = prefix + "provider.";
        var domain = reading.required(key + "id", config.id(), Domain::parse, Written.DOMAIN);
        var name = reading.required(key + "name", config.name(), name(60), noNumberAtMost(60)); // autoconfig draft -06
        var shortName = reading.required(key + "short-name", config.shortName(), name(20), noNumberAtMost(20));
        var webmail = orMains(key + "webmail", config.webmail(), Written::url, Written.URL, Provider::webmail);
        var help = orMains(key + "help", config.help(), Written::url, Written.URL, Provider::help);
        var phone = orMains(key + "phone", config.phone(), words(40), atMost(40), Provider::phone);
        var hours = hours(key, config);
        var calendars = orMainsIfAny(key + "calendars", config.calendars(), Provider::calendars);
        var contacts = orMainsIfAny(key + "contacts", config.contacts(), Provider::contacts);
        var passwordPage = inherits(Reading.isBlank(config.passwordPage()))
                ? main.map(Brand::provider).flatMap(Provider::passwordPage)
                : reading.optional(key + "password-page", config.passwordPage(), Written::url, Written.URL);
        if (domain.isEmpty()
                || name.isEmpty()
                || shortName.isEmpty()
                || webmail.isEmpty()
                || help.isEmpty()
                || phone.isEmpty()
                || hours.isEmpty()) return Optional.empty();
        return Optional.of(new Provider(
                domain.get(),
                name.get(),
                shortName.get(),
                webmail.get(),
                help.get(),
                phone.get(),
                hours.get(),
                calendars,
                contacts,
                passwordPage));
    }

    private Optional<OfficeHours> hours(String key, CatalogueConfig.ProviderConfig config) {
        if (inherits(Reading.isBlank(config.hours()) && config.hoursIn().isEmpty()))
            return main.map(Brand::provider).map(Provider::hours);
        var own = new HashMap<Locale, String>();
        config.hoursIn().forEach((language, words) -> {
            var known = reading.required(
                    key + "hours-in." + language, Optional.of(language), Written::language, Written.LANGUAGE);
            var said = reading.required(
                    key + "hours-in." + language, Optional.of(words), words(LONGEST_HOURS), atMost(LONGEST_HOURS));
            if (known.isPresent() && said.isPresent()) own.put(known.get(), said.get());
        });
        return reading.required(key + "hours", config.hours(), words(LONGEST_HOURS), atMost(LONGEST_HOURS))
                .map(usual -> new OfficeHours(usual, own));
    }

    private Optional<URI> orMainsIfAny(String key, Optional<String> written, Function<Provider, Optional<URI>> mains) {
        return inherits(Reading.isBlank(written))
                ? main.map(Brand::provider).flatMap(mains)
                : reading.optional(key, written, Written::dav, Written.DAV);
    }

    private <T> Optional<T> orMains(
            String key,
            Optional<String> written,
            Function<String, Optional<T>> parse,
            String right,
            Function<Provider, T> mains) {
        return inherits(Reading.isBlank(written))
                ? main.map(Brand::provider).map(mains)
                : reading.required(key, written, parse, right);
    }

    private static Function<String, Optional<String>> words(int longest) {
        return text -> Written.text(text, longest);
    }

    private static Function<String, Optional<String>> name(int longest) {
        return text -> Written.text(text, longest).filter(Provider::isName);
    }

    private static String noNumberAtMost(int longest) {
        return atMost(longest) + " that are not a mere number";
    }

    private static String atMost(int longest) {
        return "at most " + longest + " characters on one line";
    }

    private List<String> oldHosts(BrandConfig config) {
        return reading.each(
                prefix + "old-hosts",
                config.oldHosts(),
                text -> Optional.of(text).filter(OLD_HOST.asMatchPredicate()),
                "a host name, where {domain} stands for the customer's domain");
    }

    private Optional<Timeline> timeline(BrandConfig config) {
        var timeline = new TimelineReader(reading, prefix);
        var nothing = Reading.isBlank(config.cutOff()) && TimelineReader.isBlank(config.timeline());
        return inherits(nothing) ? main.map(Brand::timeline) : timeline.read(config.timeline(), config.cutOff());
    }
}
