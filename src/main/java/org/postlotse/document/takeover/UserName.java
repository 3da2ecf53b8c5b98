package org.postlotse.document.takeover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.LoginName;

/**
 * A user name with placeholders.
 *
 * @param written as it stands in the file; empty when there is none
 * @param domains that the file is for
 */
record UserName(String written, List<Domain> domains) {
    /** What the catalogue calls it; empty where it has no word for it. */
    Optional<LoginName> form() {
        var form = written.toUpperCase(Locale.ROOT);
        if (form.equals("%EMAILADDRESS%") || form.equals("%EMAILLOCALPART%@%EMAILDOMAIN%"))
            return Optional.of(LoginName.ADDRESS);
        if (form.equals("%EMAILLOCALPART%")) return Optional.of(LoginName.LOCALPART);
        return ofTheOneDomain(form) ? Optional.of(LoginName.ADDRESS) : Optional.empty();
    }

    /** {@code %EMAILLOCALPART%@example.org} is the address where there is no other domain. */
    private boolean ofTheOneDomain(String form) {
        var before = "%EMAILLOCALPART%@";
        return domains.size() == 1
                && form.startsWith(before)
                && Domain.parse(form.substring(before.length()))
                        .filter(domains.getFirst()::equals)
                        .isPresent();
    }

    /** Why there is no word for it. */
    static String refusal(String written) {
        if (written.isEmpty()) return "it names no user name; write %EMAILADDRESS% or %EMAILLOCALPART%";
        return "its user name “" + Remarks.quoted(written) + "” "
                + (written.contains("%")
                        ? "is put together in a way that is not offered"
                        : "is the same for everybody, which is not offered")
                + "; the whole address and the part before the @ are";
    }
}
