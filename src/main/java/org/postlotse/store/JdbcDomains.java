package org.postlotse.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.DomainReply;
import org.postlotse.catalogue.DomainSource;

/** Domains in the hoster's own database: its query answers with a row, or with none. */
@Singleton
class JdbcDomains implements DomainSource {
    private static final String BRAND = "brand";

    private final HostersDatabase database;
    private final HostersSettings settings;

    @Inject
    JdbcDomains(HostersDatabase database, HostersSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "sql";
    }

    @Override
    public boolean configured() {
        return settings.domainQuery().isPresent();
    }

    @Override
    public DomainReply ask(Domain domain) {
        try {
            var brand = brand(domain.name());
            if (brand.isEmpty() && !domain.unicode().equals(domain.name())) brand = brand(domain.unicode());
            return brand.<DomainReply>map(id -> new DomainReply.Ours(id, settings.remember()))
                    .orElseGet(() -> new DomainReply.Unknown(settings.rememberNo()));
        } catch (SQLException broken) {
            return new DomainReply.Silent(HostersDatabase.why(broken));
        }
    }

    private Optional<String> brand(String name) throws SQLException {
        return database.first(settings.domainQuery().orElseThrow(), name, JdbcDomains::brand)
                .flatMap(brand -> brand);
    }

    /** A count of nothing, “false” and NULL are rows, but no yes. */
    private static Optional<String> brand(ResultSet row) throws SQLException {
        if (!Truth.of(row, 1)) return Optional.empty();
        int column = Truth.column(row, BRAND);
        var brand = column == 0 ? null : row.getString(column);
        return Optional.of(brand == null || brand.isBlank() ? Brand.MAIN : brand.strip());
    }
}
