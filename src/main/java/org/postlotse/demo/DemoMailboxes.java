package org.postlotse.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Demonstration;

/** The demo's mailboxes and its operator (whose hash stands among the settings of dev mode), for whoever shows them to newcomers. */
@Singleton
final class DemoMailboxes implements Demonstration {
    private final DemoConfig config;

    @Inject
    DemoMailboxes(DemoConfig config) {
        this.config = config;
    }

    @Override
    public List<Mailbox> mailboxes() {
        return config.enabled()
                ? Arrays.stream(DemoMailbox.values())
                        .map(mailbox -> new Mailbox(mailbox.address(), mailbox.kind(), mailbox.typedLoginName()))
                        .toList()
                : List.of();
    }

    @Override
    public String password() {
        return DemoMailbox.PASSWORD;
    }

    @Override
    public Optional<Desk> desk() {
        return config.enabled() ? Optional.of(new Desk("demo", "lotse-im-hafen")) : Optional.empty();
    }
}
