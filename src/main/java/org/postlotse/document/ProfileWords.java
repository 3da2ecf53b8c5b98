package org.postlotse.document;

import java.util.List;
import java.util.stream.Collectors;
import org.postlotse.document.ProfileOrder.Part;

/** What an Apple profile says to people before they install it. */
record ProfileWords(ProfileOrder order) {
    String addresses() {
        return order.mailboxes().stream()
                .map(mailbox -> mailbox.address().display())
                .collect(Collectors.joining(", "));
    }

    String description() {
        var words = Wording.in(order.first().language());
        var incoming = order.first().incoming().displayName();
        return onlyMail()
                ? words.say("profile.description", addresses(), incoming)
                : words.say("profile.description-more", addresses(), contents(words));
    }

    /** In every language, because the device's own may be another than the page's. */
    Plist consent() {
        var consent =
                new Plist().text("default", consent(Wording.in(order.first().language())));
        Wording.all().forEach(words -> consent.text(words.tag(), consent(words)));
        return consent;
    }

    private String consent(Wording words) {
        var provider = order.first().offer().provider().name();
        return onlyMail() && order.mailboxes().size() == 1
                ? words.say("profile.consent", addresses(), provider)
                : words.say("profile.consent-more", addresses(), provider, contents(words));
    }

    private boolean onlyMail() {
        return order.contents().equals(List.of(Part.MAIL));
    }

    private String contents(Wording words) {
        return order.contents().stream()
                .map(part -> words.say("profile.part." + part.key()))
                .collect(Collectors.joining(", "));
    }
}
