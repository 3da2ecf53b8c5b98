package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.catalogue.Span;

/** The settings of the hoster's own database. */
@Singleton
class HostersSettings implements SettingsCheck {
    private static final String KEY = "postlotse.lookup.sql.";

    private final List<Fault> faults = new ArrayList<>();
    private final HostersConfig config;
    private final Optional<String> domainQuery;
    private final Optional<String> mailboxQuery;
    private final Duration remember;
    private final Duration rememberNo;

    @Inject
    HostersSettings(HostersConfig config) {
        this.config = config;
        this.domainQuery = query("domain-query", config.domainQuery(), "the domain");
        this.mailboxQuery = query("mailbox-query", config.mailboxQuery(), "the address");
        this.remember = time("remember", config.remember());
        this.rememberNo = time("remember-no", config.rememberNo());
        var asked = domainQuery.isPresent() || mailboxQuery.isPresent();
        if (asked && config.url().filter(HostersSettings::known).isEmpty())
            fault(
                    "url",
                    (config.url().isEmpty()
                                    ? "is missing"
                                    : "is “" + shown(config.url().get()) + "”")
                            + "; write jdbc:postgresql://host/name");
        if (!asked && config.url().isPresent() && faults.isEmpty())
            fault("domain-query", "is missing; write domain-query, mailbox-query or both beside the url");
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    String url() {
        return config.url().orElse("").strip();
    }

    Optional<String> username() {
        return config.username();
    }

    Optional<String> password() {
        return config.password();
    }

    Optional<String> domainQuery() {
        return domainQuery;
    }

    Optional<String> mailboxQuery() {
        return mailboxQuery;
    }

    Duration remember() {
        return remember;
    }

    Duration rememberNo() {
        return rememberNo;
    }

    /** H2 is there for whoever keeps domains in a file of it, and for tests. */
    private static boolean known(String url) {
        return url.strip().startsWith("jdbc:postgresql:") || url.strip().startsWith("jdbc:h2:");
    }

    /** Without what may be a password. */
    private static String shown(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//…@");
    }

    private Optional<String> query(String key, Optional<String> written, String parameter) {
        var query = written.map(String::strip).filter(text -> !text.isEmpty());
        if (query.isEmpty()) return query;
        var first = query.get().toLowerCase(Locale.ROOT);
        if (!first.matches("(?s)(select|with)\\b.*"))
            fault(key, "changes something or is no query; write one that begins with select");
        else if (QuestionMarks.in(query.get()) != 1)
            fault(
                    key,
                    "has " + QuestionMarks.in(query.get()) + " question marks; write exactly one, where " + parameter
                            + " stands, and without quotes around it");
        return query;
    }

    private Duration time(String key, String written) {
        var time = Span.parse(written).filter(span -> span.toSeconds() >= 10 && span.toDays() <= 1);
        if (time.isEmpty()) fault(key, "is “" + written + "”; write a time from 10s to 24h, such as 10m");
        return time.orElse(Duration.ofMinutes(1));
    }

    private void fault(String key, String right) {
        faults.add(new Fault(KEY + key, right));
    }
}
