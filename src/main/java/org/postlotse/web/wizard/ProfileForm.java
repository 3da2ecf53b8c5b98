package org.postlotse.web.wizard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;
import org.postlotse.document.Mailbox;
import org.postlotse.document.ProfileOrder;
import org.postlotse.document.ProfileOrder.Part;
import org.postlotse.web.TypedForm;
import org.postlotse.web.wizard.Pages.Complaint;

/**
 * The form as it arrives.
 *
 * @param mailboxes as typed, a line each
 * @param calendars whether they are wanted
 * @param contacts whether they are wanted
 */
record ProfileForm(String mailboxes, boolean calendars, boolean contacts) {
    static final String FIELD = "mailboxes";
    /** Each asks for its password while the profile is installed: nobody wants more. */
    private static final int MOST = 10;

    static ProfileForm of(String mailbox) {
        return new ProfileForm(mailbox, false, false);
    }

    static ProfileForm read(byte[] body) {
        try (var form = new TypedForm(body)) {
            return new ProfileForm(
                    form.text(FIELD).orElse(""),
                    form.text("calendars").isPresent(),
                    form.text("contacts").isPresent());
        }
    }

    /** What came of it. */
    sealed interface Read {}

    /** All of it is the hoster's. */
    record Wanted(ProfileOrder order) implements Read {}

    /** Something is not. */
    record Wrong(Complaint complaint) implements Read {}

    Read order(Catalogue catalogue, Optional<Protocol> incoming, Locale language) {
        var found = new LinkedHashMap<String, Mailbox>();
        for (var line : lines()) {
            switch (TypedAddress.read(Optional.of(line), FIELD, catalogue)) {
                case TypedAddress.Wrong wrong -> {
                    return new Wrong(wrong.complaint());
                }
                case TypedAddress.Ours ours ->
                    found.putIfAbsent(
                            ours.mailbox().normalised(), mailbox(ours.mailbox(), catalogue, incoming, language));
            }
        }
        if (found.size() > MOST) return new Wrong(new Complaint(FIELD, "too-many-mailboxes", Integer.toString(MOST)));
        return new Wanted(new ProfileOrder(List.copyOf(found.values()), parts()));
    }

    private Set<Part> parts() {
        var parts = EnumSet.of(Part.MAIL);
        if (calendars) parts.add(Part.CALENDARS);
        if (contacts) parts.add(Part.CONTACTS);
        return parts;
    }

    /** At least one, so that nothing typed is told as such. */
    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (var line : mailboxes.split("[\\s,;]+")) if (!line.isBlank()) lines.add(line);
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static Mailbox mailbox(
            EmailAddress address, Catalogue catalogue, Optional<Protocol> incoming, Locale language) {
        var offer = catalogue.offer(address).orElseThrow();
        return incoming.filter(offer::offers)
                .map(protocol -> new Mailbox(address, offer, protocol, language, Optional.empty()))
                .orElseGet(() -> Mailbox.of(address, offer, language));
    }
}
