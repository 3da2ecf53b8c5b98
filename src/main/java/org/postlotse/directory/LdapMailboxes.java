package org.postlotse.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.MailboxReply;
import org.postlotse.catalogue.MailboxReply.Booking;
import org.postlotse.catalogue.MailboxSource;
import org.postlotse.catalogue.Protocol;

/** Mailboxes in the hoster's directory: an entry's attributes say login name and protocols. */
@Singleton
class LdapMailboxes implements MailboxSource {
    private final LdapDirectory directory;
    private final LdapSettings settings;

    @Inject
    LdapMailboxes(LdapDirectory directory, LdapSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "ldap";
    }

    @Override
    public boolean configured() {
        return settings.mailboxFilter().isPresent();
    }

    @Override
    public MailboxReply ask(EmailAddress address) {
        try {
            for (var spelling : address.spellings()) {
                var entries = search(spelling);
                if (entries.size() > 1) return new MailboxReply.Silent("more than one entry has one address");
                if (!entries.isEmpty())
                    return new MailboxReply.Known(booking(entries.getFirst()), settings.rememberNo());
            }
            return new MailboxReply.Unknown(settings.rememberNo());
        } catch (LDAPException broken) {
            return new MailboxReply.Silent(LdapDirectory.why(broken));
        }
    }

    private List<SearchResultEntry> search(String address) throws LDAPException {
        var wanted = Stream.of(
                        settings.written().loginAttribute(), settings.written().protocolsAttribute())
                .flatMap(Optional::stream)
                .toArray(String[]::new);
        return directory.search(settings.mailboxFilter().orElseThrow().with(address), wanted);
    }

    private Booking booking(SearchResultEntry entry) {
        var login = settings.written()
                .loginAttribute()
                .flatMap(attribute -> Optional.ofNullable(entry.getAttributeValue(attribute)))
                .filter(name -> !name.isBlank());
        return new Booking(login, booked(entry, Protocol.IMAP), booked(entry, Protocol.POP3));
    }

    /** Where no attribute is named for it, everybody has every protocol. */
    private boolean booked(SearchResultEntry entry, Protocol protocol) {
        return settings.written()
                .protocolsAttribute()
                .map(attribute -> Optional.ofNullable(entry.getAttributeValues(attribute)).stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(value -> value.strip().equalsIgnoreCase(protocol.key())))
                .orElse(true);
    }
}
