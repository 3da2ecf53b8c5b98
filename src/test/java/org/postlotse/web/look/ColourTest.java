package org.postlotse.web.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.support.Chance;

class ColourTest {
    @Test
    void black_on_white_is_the_most_that_there_is_and_a_colour_on_itself_the_least() {
        assertThat(colour("#000").contrast(colour("#ffffff"))).isEqualTo(21, within(0.001));
        assertThat(colour("#7a7a7a").contrast(colour("#7a7a7a"))).isEqualTo(1, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"#777777, 4.48", "#767676, 4.54", "#0000ff, 8.59", "#ff0000, 4.0", "#ffff00, 1.07"})
    void contrast_is_that_of_the_standard(String colour, double onWhite) {
        assertThat(colour(colour).contrast(colour("#fff"))).isEqualTo(onWhite, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12", "#1234567", "0a5a63", "#gggggg", "", "#0a5a63;}"})
    void whatever_is_no_colour_is_none(String text) {
        assertThat(Colour.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_colour_is_made_readable_keeps_its_hue_and_is_changed_only_where_it_must_be(Theme theme) {
        Chance.fresh()
                .cases(3_000, chance -> new Colour(chance.below(256), chance.below(256), chance.below(256)), colour -> {
                    var shown = theme.readable(colour);

                    assertThat(theme.contrast(shown)).isGreaterThanOrEqualTo(Theme.ENOUGH);
                    assertThat(shown.contrast(theme.onAccent())).isGreaterThanOrEqualTo(Theme.ENOUGH);
                    if (theme.contrast(colour) >= Theme.ENOUGH)
                        assertThat(shown).isEqualTo(colour);
                    else if (spread(shown) > 60 && spread(colour) > 60)
                        assertThat(Math.abs(hue(shown) - hue(colour)) % 354).isLessThan(6);
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_corrected_shade_is_the_nearest_one(Theme theme) {
        Chance.fresh()
                .cases(1_000, chance -> new Colour(chance.below(256), chance.below(256), chance.below(256)), colour -> {
                    if (theme.contrast(colour) >= Theme.ENOUGH) return;
                    double way = theme.readable(colour).lightness() - colour.lightness();
                    var nearer = colour.at(colour.lightness() + way * 0.9);
                    if (Math.abs(way) > 0.05) assertThat(theme.contrast(nearer)).isLessThan(Theme.ENOUGH);
                });
    }

    @Test
    void the_backgrounds_are_those_of_the_style_sheet() throws Exception {
        var css = Files.readString(Path.of("web/assets/base.css"));
        int dark = css.indexOf("prefers-color-scheme: dark");

        for (var theme : Theme.values())
            assertThat(theme.backgrounds())
                    .containsExactly(
                            value(css, "--bg", theme == Theme.DARK ? dark : 0),
                            value(css, "--panel", theme == Theme.DARK ? dark : 0));
    }

    private static Colour value(String css, String name, int from) {
        var found = Pattern.compile(Pattern.quote(name) + ": (#[0-9a-f]+);").matcher(css);
        assertThat(found.find(from)).isTrue();
        return colour(found.group(1));
    }

    private static Colour colour(String text) {
        return Colour.parse(text).orElseThrow();
    }

    private static int spread(Colour colour) {
        return Math.max(colour.red(), Math.max(colour.green(), colour.blue()))
                - Math.min(colour.red(), Math.min(colour.green(), colour.blue()));
    }

    private static double hue(Colour colour) {
        return java.awt.Color.RGBtoHSB(colour.red(), colour.green(), colour.blue(), null)[0] * 360;
    }
}
