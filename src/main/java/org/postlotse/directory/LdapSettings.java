package org.postlotse.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.catalogue.Span;

/** The settings of the hoster's directory. */
@Singleton
class LdapSettings implements SettingsCheck {
    private static final String KEY = "postlotse.lookup.ldap.";

    private final List<Fault> faults = new ArrayList<>();
    private final LdapConfig config;
    private final Optional<FilterTemplate> domainFilter;
    private final Optional<FilterTemplate> mailboxFilter;
    private final Optional<URI> url;
    private final Duration timeout;
    private final Duration remember;
    private final Duration rememberNo;

    @Inject
    LdapSettings(LdapConfig config) {
        this.config = config;
        domainFilter = filter("domain-filter", config.domainFilter(), "{domain}");
        mailboxFilter = filter("mailbox-filter", config.mailboxFilter(), "{address}");
        url = config.url().flatMap(LdapSettings::parsed);
        timeout = time("timeout", config.timeout(), Duration.ofMillis(100), Duration.ofSeconds(10));
        remember = time("remember", config.remember(), Duration.ofSeconds(10), Duration.ofDays(1));
        rememberNo = time("remember-no", config.rememberNo(), Duration.ofSeconds(10), Duration.ofDays(1));
        boolean asked = domainFilter.isPresent() || mailboxFilter.isPresent();
        if ((asked || config.url().isPresent()) && url.isEmpty())
            fault(
                    "url",
                    config.url().map(text -> "is “" + text + "”; ").orElse("is missing; ")
                            + "write ldaps://host or, for StartTLS, ldap://host");
        if (!asked && config.url().isPresent() && faults.isEmpty())
            fault("domain-filter", "is missing; write domain-filter, mailbox-filter or both beside the url");
        if (asked && config.base().filter(LdapSettings::isName).isEmpty())
            fault("base", "is missing or no distinguished name; write such as ou=mail,dc=example,dc=org");
        if (config.bindDn().isPresent() != config.password().isPresent())
            fault(
                    config.bindDn().isPresent() ? "password" : "bind-dn",
                    "is missing; write both or, to bind as nobody, none");
        config.trustStore()
                .filter(file -> !Files.isReadable(Path.of(file)))
                .ifPresent(file -> fault("trust-store", "is " + file + ", which can not be read"));
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean startTls() {
        return "ldap".equals(url.orElseThrow().getScheme());
    }

    String host() {
        return url.orElseThrow().getHost();
    }

    int port() {
        int written = url.orElseThrow().getPort();
        return written > 0 ? written : startTls() ? 389 : 636;
    }

    LdapConfig written() {
        return config;
    }

    Optional<FilterTemplate> domainFilter() {
        return domainFilter;
    }

    Optional<FilterTemplate> mailboxFilter() {
        return mailboxFilter;
    }

    Duration timeout() {
        return timeout;
    }

    Duration remember() {
        return remember;
    }

    Duration rememberNo() {
        return rememberNo;
    }

    private static Optional<URI> parsed(String text) {
        try {
            var url = URI.create(text.strip());
            var scheme = url.getScheme();
            boolean right = ("ldap".equals(scheme) || "ldaps".equals(scheme))
                    && url.getHost() != null
                    && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                    && url.getRawQuery() == null;
            return right ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        try {
            return !new DN(text).isNullDN();
        } catch (LDAPException malformed) {
            return false;
        }
    }

    private Optional<FilterTemplate> filter(String key, Optional<String> written, String hole) {
        return written.map(String::strip).filter(text -> !text.isEmpty()).flatMap(text -> {
            var template = FilterTemplate.parse(text, hole);
            if (template.isEmpty())
                fault(key, "is “" + text + "”; write a filter such as (associatedDomain=" + hole + ")");
            return template;
        });
    }

    private Duration time(String key, String written, Duration least, Duration most) {
        var time = Span.parse(written).filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0);
        if (time.isEmpty())
            fault(
                    key,
                    "is “" + written + "”; write a time such as 2s or 10m, not shorter than " + words(least)
                            + " and not longer than " + words(most));
        return time.orElse(least);
    }

    private static String words(Duration time) {
        return time.toSeconds() == 0
                ? time.toMillis() + "ms"
                : time.toHours() > 0 ? time.toHours() + "h" : time.toSeconds() + "s";
    }

    private void fault(String key, String right) {
        faults.add(new Fault(KEY + key, right));
    }
}
