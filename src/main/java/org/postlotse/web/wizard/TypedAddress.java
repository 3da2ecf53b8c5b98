package org.postlotse.web.wizard;

import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.web.wizard.Pages.Complaint;

/** An address as somebody typed it: a mailbox of ours, or the one thing that is wrong with it. */
sealed interface TypedAddress {
    /** A mailbox whose domain is the hoster's. */
    record Ours(EmailAddress mailbox) implements TypedAddress {}

    /** Something else, and what to say of it. */
    record Wrong(Complaint complaint) implements TypedAddress {}

    /** Reads what was typed into the field of this id. */
    static TypedAddress read(Optional<String> typed, String field, Catalogue catalogue) {
        var text = typed.orElse("").strip();
        if (text.isEmpty()) return new Wrong(new Complaint(field, "address-empty", ""));
        if (!text.contains("@")) return new Wrong(new Complaint(field, "address-without-at", ""));
        var address = EmailAddress.parse(text);
        if (address.isEmpty()) return new Wrong(new Complaint(field, "address-malformed", ""));
        if (catalogue.offer(address.get()).isEmpty())
            return new Wrong(new Complaint(
                    field, "domain-unknown", address.get().domain().unicode()));
        return new Ours(address.get());
    }
}
