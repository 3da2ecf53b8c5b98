package org.postlotse.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.postlotse.catalogue.Demonstration;

/** The demo's mailboxes, for whoever shows them to newcomers. */
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
}
