package org.postlotse.web.look;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Light or dark: what an accent colour stands on there. The colours are those of {@code base.css}. */
enum Theme {
    LIGHT(-1, new Colour(0xFF, 0xFF, 0xFF), new Colour(0xEE, 0xF4, 0xF4)),
    DARK(1, new Colour(0x12, 0x18, 0x1C), new Colour(0x1C, 0x26, 0x2B));

    /** WCAG 2.2, 1.4.3 (AA): the accent colours links and the words of buttons. */
    static final double ENOUGH = 4.5;

    private static final int SHADES = 1_000;

    private final int direction;
    private final List<Colour> backgrounds;

    Theme(int direction, Colour... backgrounds) {
        this.direction = direction;
        this.backgrounds = List.of(backgrounds);
    }

    List<Colour> backgrounds() {
        return backgrounds;
    }

    /** The words on a button in the accent colour: the page's own background. */
    Colour onAccent() {
        return backgrounds.getFirst();
    }

    /** How well it is read on that background where it is read worst. */
    double contrast(Colour colour) {
        return backgrounds.stream()
                .flatMapToDouble(background -> DoubleStream.of(colour.contrast(background)))
                .min()
                .orElseThrow();
    }

    /** The colour itself where it is read well enough, else the nearest shade of the same hue that is. */
    Colour readable(Colour wanted) {
        return contrast(wanted) >= ENOUGH
                ? wanted
                : IntStream.rangeClosed(0, SHADES)
                        .mapToObj(step -> wanted.at(
                                Math.clamp(wanted.lightness() + direction * step / (double) SHADES, 0.0, 1.0)))
                        .filter(shade -> contrast(shade) >= ENOUGH)
                        .findFirst()
                        .orElseThrow(); // black and white are always read
    }
}
