package org.postlotse.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A filter with a hole for one value.
 *
 * @param text with the hole, at least once
 * @param hole {@code {domain}}
 */
record FilterTemplate(String text, String hole) {
    /** Empty when it is no filter, has no hole, or has one where there is no value. */
    static Optional<FilterTemplate> parse(String text, String hole) {
        var template = new FilterTemplate(text, hole);
        var inValue = Pattern.compile("=[^()=]*" + Pattern.quote(hole));
        long holes =
                Pattern.compile(Pattern.quote(hole)).matcher(text).results().count();
        boolean wellPlaced = holes > 0 && inValue.matcher(text).results().count() == holes;
        try {
            template.with("x");
            return wellPlaced ? Optional.of(template) : Optional.empty();
        } catch (LDAPException noFilter) {
            return Optional.empty();
        }
    }

    /** The filter for one value, whatever is in that. */
    Filter with(String value) throws LDAPException {
        return Filter.create(text.replace(hole, Filter.encodeValue(value)));
    }
}
