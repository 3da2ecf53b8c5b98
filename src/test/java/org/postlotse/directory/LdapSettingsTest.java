package org.postlotse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postlotse.catalogue.Fault;

class LdapSettingsTest {
    @Test
    void nothing_written_is_no_fault() {
        assertThat(new LdapSettings(new TestDirectory.Written(Map.of())).faults())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            domain-filter|(associatedDomain=a.test)
            domain-filter|({domain}=a)
            domain-filter|(associatedDomain={domain}
            domain-filter|(associatedDomain={address})
            mailbox-filter|mail={domain}
            url|http://ldap.example.test
            url|ldaps://
            url|ldaps://ldap.example.test/dc=example?mail
            base|somewhere
            timeout|1h
            remember|1s
            trust-store|/no/such/file
            password|
            """)
    void what_is_wrong_is_named(String key, String value) {
        var written = new HashMap<>(Map.of(
                "url", "ldaps://ldap.example.test",
                "base", "dc=example",
                "bind-dn", "cn=reader",
                "password", "x",
                "domain-filter", "(associatedDomain={domain})"));
        if (value == null) written.remove(key);
        else written.put(key, value);

        assertThat(new LdapSettings(new TestDirectory.Written(written)).faults())
                .extracting(Fault::key)
                .contains("postlotse.lookup.ldap." + key);
    }
}
