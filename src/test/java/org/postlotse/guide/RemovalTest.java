package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postlotse.catalogue.Protocol;

/**
 * With POP3 old mail may lie on the device alone: who removes the account there loses it. Whatever a guide says of removing,
 * in any sentence of any step, comes behind a step that stops people and tells them where to look first.
 */
class RemovalTest {
    private static final Map<Locale, Pattern> REMOVES = Map.of(
            Locale.GERMAN, Pattern.compile("(?iu)\\b(ent)?(fern|lösch)"),
            Locale.ENGLISH, Pattern.compile("(?iu)\\b(remov|delet)"));
    /** A sentence that holds people back, asks, or speaks of letters in a field, takes no account away. */
    private static final Map<Locale, Pattern> HARMLESS = Map.of(
            Locale.GERMAN,
            Pattern.compile(
                    "(?iu)noch nicht|nicht das Profil|Erst (wenn|dann)|entfernen Sie hier nichts|Löschen Sie sie und tippen|\\?$"),
            Locale.ENGLISH,
            Pattern.compile("(?iu)do not|only (when|then|if)|nothing|Delete it and type|\\?$"));

    static Stream<Filling> customers() {
        return Customers.all().filter(filling -> filling.incoming() == Protocol.POP3);
    }

    @ParameterizedTest
    @MethodSource("customers")
    void nothing_is_removed_before_people_have_looked_in_the_webmail(Filling pop3) {
        for (var guide : Shipped.GUIDES.all())
            for (var route : guide.routes()) {
                boolean stopped = false;
                for (var page : pages(guide, route, pop3)) {
                    stopped |= stops(page);
                    if (!stopped) assertThat(removals(page)).as(page.toString()).isEmpty();
                }
            }
    }

    @ParameterizedTest
    @MethodSource("customers")
    void a_route_that_takes_an_account_away_is_known_as_one(Filling pop3) {
        for (var guide : Shipped.GUIDES.all())
            for (var route : guide.routes()) {
                var imap = new Filling(
                        pop3.offer(), Protocol.IMAP, pop3.mailbox(), pop3.page(), pop3.labels(), pop3.signedProfile());
                boolean removes = pages(guide, route, imap).stream()
                        .anyMatch(page -> !removals(page).isEmpty());
                assertThat(removes).as(guide.id() + " " + route.key()).isEqualTo(guide.removes(route));
            }
    }

    @Test
    void programs_that_can_be_changed_are_changed() {
        assertThat(Shipped.GUIDES.all().stream()
                        .filter(guide -> guide.removes(guide.routes().getFirst())))
                .extracting(Guide::id)
                .containsExactlyInAnyOrder("outlook-new", "outlook-mobile");
        assertThat(Shipped.GUIDES.all()).noneMatch(guide -> guide.removes(Route.CHANGE) || guide.removes(Route.ADD));
    }

    private static List<Shipped.Page> pages(Guide guide, Route route, Filling filling) {
        return Shipped.pages(filling)
                .filter(page -> page.guide() == guide && page.route() == route)
                .toList();
    }

    /** It holds back in its heading, and names the webmail and the phone. */
    private static boolean stops(Shipped.Page page) {
        var said = page.step().text().toString();
        var provider = page.filling().offer().provider();
        return page.step().title().plain().matches(".*(noch nicht|Do not remove).*")
                && said.contains(provider.webmail().getHost())
                && said.contains(provider.phone());
    }

    private static List<String> removals(Shipped.Page page) {
        return page.phrases()
                .flatMap(phrase -> Stream.of(phrase.plain().split("(?<=[.!?])\\s+")))
                .filter(sentence -> says(REMOVES, page).matcher(sentence).find())
                .filter(sentence -> !says(HARMLESS, page).matcher(sentence).find())
                .toList();
    }

    private static Pattern says(Map<Locale, Pattern> words, Shipped.Page page) {
        return Optional.ofNullable(words.get(page.filling().page())).orElseThrow();
    }
}
