package org.postlotse.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.EmailAddress;

/** The whole house's formats, as the container finds them. Nobody edits this for a new one. */
@QuarkusTest
class FormatsTest {
    @Inject
    Formats formats;

    @Test
    void have_ids_that_are_short_and_unique() {
        assertThat(formats.all())
                .isNotEmpty()
                .extracting(DocumentFormat::id)
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .doesNotHaveDuplicates();
    }

    @Test
    void keep_the_ids_that_people_have_in_their_scripts() {
        assertThat(formats.all())
                .extracting(DocumentFormat::id)
                .contains("apple-profile", "microsoft-autodiscover", "mozilla-autoconfig");
    }

    @Test
    void claim_no_route_twice() {
        var routes = formats.all().stream()
                .flatMap(format -> format.routes().stream())
                .toList();
        assertThat(routes).isNotEmpty().allSatisfy(route -> {
            assertThat(route.path()).startsWith("/").doesNotContain("?", ":", "*");
            assertThat(route.methods()).isNotEmpty();
            assertThat(routes.stream().filter(route::clashes)).containsExactly(route);
        });
    }

    @Test
    void are_found_by_their_ids() {
        assertThat(formats.all())
                .allSatisfy(format -> assertThat(formats.find(format.id())).contains(format));
        assertThat(formats.find("no-such-format")).isEmpty();
    }

    @Test
    void write_for_the_hosters_mailboxes_only() {
        var erika = EmailAddress.parse("erika@example.test").orElseThrow();
        var stranger = EmailAddress.parse("erika@unknown.example").orElseThrow();
        assertThat(formats.all()).allSatisfy(format -> {
            switch (formats.write(format, erika, Locale.GERMAN)) {
                case Document document -> assertThat(document.bytes()).isNotEmpty();
                case Unfit(var why) -> assertThat(why).endsWith(".");
                case Moved moved -> fail("moved");
                case NotServed() -> fail("not served");
                case Refused refused -> fail("refused");
            }
            assertThat(formats.write(format, stranger, Locale.GERMAN)).isEqualTo(new NotServed());
        });
    }
}
