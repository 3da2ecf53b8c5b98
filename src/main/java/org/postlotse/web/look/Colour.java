package org.postlotse.web.look;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of the sRGB space; each part is 0 to 255. */
record Colour(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    /** Reads {@code #0a5a63} or {@code #abc}. */
    static Optional<Colour> parse(String text) {
        if (!HEX.matcher(text).matches()) return Optional.empty();
        var digits = text.length() == 4 ? text.replaceAll("[0-9a-fA-F]", "$0$0") : text;
        int value = Integer.parseInt(digits.substring(1), 16);
        return Optional.of(new Colour(value >> 16, value >> 8 & 0xFF, value & 0xFF));
    }

    /** How much light it gives, 0 to 1 (WCAG 2.2, relative luminance). */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** How well one is read on the other, 1 to 21 (WCAG 2.2, contrast ratio). */
    double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** Half of its brightest and its darkest part, 0 to 1: the L of HSL. */
    double lightness() {
        return (max() + min()) / 510.0;
    }

    /** The same hue and saturation, lighter or darker. */
    Colour at(double lightness) {
        double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation();
        double lowest = lightness - chroma / 2;
        return new Colour(part(red, lowest, chroma), part(green, lowest, chroma), part(blue, lowest, chroma));
    }

    /** Where a part stands between the darkest and the brightest is what makes the hue: it stays. */
    private int part(int part, double lowest, double chroma) {
        double place = max() == min() ? 0 : (part - min()) / (double) (max() - min());
        return (int) Math.round(255 * (lowest + place * chroma));
    }

    private double saturation() {
        double room = 1 - Math.abs(2 * lightness() - 1);
        return room == 0 ? 0 : (max() - min()) / 255.0 / room;
    }

    private int max() {
        return Math.max(red, Math.max(green, blue));
    }

    private int min() {
        return Math.min(red, Math.min(green, blue));
    }

    /** As CSS writes it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
