package org.postlotse.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postlotse.catalogue.Fault;

/** Settings of the hoster's own database as somebody wrote them. */
record WrittenHosters(Map<String, String> written) implements HostersConfig {
    List<String> faults() {
        return new HostersSettings(this).faults().stream().map(Fault::toString).toList();
    }

    @Override
    public Optional<String> url() {
        return Optional.ofNullable(written.get("url"));
    }

    @Override
    public Optional<String> username() {
        return Optional.ofNullable(written.get("username"));
    }

    @Override
    public Optional<String> password() {
        return Optional.ofNullable(written.get("password"));
    }

    @Override
    public Optional<String> domainQuery() {
        return Optional.ofNullable(written.get("domain-query"));
    }

    @Override
    public Optional<String> mailboxQuery() {
        return Optional.ofNullable(written.get("mailbox-query"));
    }

    @Override
    public String remember() {
        return written.getOrDefault("remember", "10m");
    }

    @Override
    public String rememberNo() {
        return written.getOrDefault("remember-no", "1m");
    }
}
