package org.postlotse.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.DomainReply;
import org.postlotse.catalogue.DomainSource;

/** Domains in the hoster's directory: an entry matches, or none does. */
@Singleton
class LdapDomains implements DomainSource {
    private final LdapDirectory directory;
    private final LdapSettings settings;

    @Inject
    LdapDomains(LdapDirectory directory, LdapSettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "ldap";
    }

    @Override
    public boolean configured() {
        return settings.domainFilter().isPresent();
    }

    @Override
    public DomainReply ask(Domain domain) {
        try {
            var entries = search(domain.name());
            if (entries.isEmpty() && !domain.unicode().equals(domain.name())) entries = search(domain.unicode());
            return entries.stream()
                    .findFirst()
                    .<DomainReply>map(entry -> new DomainReply.Ours(brand(entry), settings.remember()))
                    .orElseGet(() -> new DomainReply.Unknown(settings.rememberNo()));
        } catch (LDAPException broken) {
            return new DomainReply.Silent(LdapDirectory.why(broken));
        }
    }

    private List<SearchResultEntry> search(String name) throws LDAPException {
        var filter = settings.domainFilter().orElseThrow().with(name);
        return directory.search(filter, settings.written().brandAttribute().orElse(SearchRequest.NO_ATTRIBUTES));
    }

    private String brand(SearchResultEntry entry) {
        return settings.written()
                .brandAttribute()
                .flatMap(attribute -> Optional.ofNullable(entry.getAttributeValue(attribute)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .orElse(Brand.MAIN);
    }
}
