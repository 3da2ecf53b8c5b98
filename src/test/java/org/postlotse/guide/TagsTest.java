package org.postlotse.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.catalogue.Protocol;

/** The page parts that show a step: rendered as the pages do, without a server. */
class TagsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/guide");
    private static final String PAGE =
            "<h1>{#phrase step.title /}</h1>\n{#for line in step.text}<p>{#phrase line /}</p>\n{/for}"
                    + "{#if step.drawing.present}{#drawing step.drawing.get /}{/if}{#values step /}";
    private static final Engine ENGINE = engine();

    @ParameterizedTest
    @ValueSource(strings = {"thunderbird-desktop/change/3", "apple-mail-ios/change/9", "outlook-classic/change/8"})
    void a_step_is_shown_as_it_was_approved(String address) throws IOException {
        var parts = address.split("/");
        var guide = Shipped.GUIDES.find(parts[0]).orElseThrow();
        var step = guide.step(Route.CHANGE, Integer.parseInt(parts[2]), Customers.erika(Locale.GERMAN));
        var file = GOLDEN.resolve(parts[0] + "-" + step.id() + ".html");
        var html = render(step);
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, html);
        }
        assertThat(html).isEqualTo(Files.readString(file));
    }

    static Stream<Filling> customers() {
        return Customers.all().filter(filling -> filling.page().equals(filling.labels()));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void every_step_can_be_shown(Filling filling) {
        assertThat(Shipped.pages(filling)).allSatisfy(page -> {
            var html = render(page.step());
            assertThat(html).as(page.toString()).doesNotContain("{", "}", "[[", "NOT_FOUND", "style=", "onclick=");
            assertThat(count(html, "data-copy="))
                    .as(page.toString())
                    .isEqualTo(page.step().values().stream()
                            .filter(ValueRow::copyable)
                            .count());
        });
    }

    @Test
    void what_a_customer_types_is_escaped() {
        var strange = EmailAddress.parse("o'neil&co@beispiel-verein.de");
        var filling = new Filling(Customers.OFFER_587, Protocol.IMAP, strange, Locale.GERMAN, Locale.GERMAN, true);
        var guide = Shipped.GUIDES.find("thunderbird-desktop").orElseThrow();
        assertThat(render(guide.step(Route.CHANGE, 5, filling)))
                .contains("data-copy=\"o&#39;neil&amp;co@beispiel-verein.de\"")
                .doesNotContain("o'neil&co");
    }

    private static String render(FilledStep step) {
        return ENGINE.parse(PAGE, Variant.forContentType(Variant.TEXT_HTML))
                .data("step", step)
                .render();
    }

    private static int count(String html, String part) {
        return html.split(part, -1).length - 1;
    }

    private static Engine engine() {
        var builder = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(id -> id.startsWith("tags/") ? Optional.of(location(id)) : Optional.empty());
        for (var tag : List.of("phrase", "part", "drawing", "values"))
            builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, "tags/" + tag + ".html"));
        return builder.build();
    }

    private static TemplateLocation location(String id) {
        return new TemplateLocation() {
            @Override
            public Reader read() {
                try {
                    return Files.newBufferedReader(Path.of("web/templates", id), StandardCharsets.UTF_8);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
            }
        };
    }
}
