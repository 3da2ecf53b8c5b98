package org.postlotse.web.look;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.postlotse.catalogue.Fault;
import org.postlotse.web.look.LookConfig.LookKeys;

/** Reads how one brand looks. */
final class LookReader {
    private static final String COLOUR = "a colour such as #0a5a63";

    private final String prefix;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> corrections = new ArrayList<>();

    LookReader(String prefix) {
        this.prefix = prefix;
    }

    /** A style sheet and pictures, as they are served; empty what was not written. */
    record Files(Optional<byte[]> style, Optional<Logo> logo, Optional<Logo> logoDark) {}

    Files read(LookKeys config) {
        var accent = colour("accent", config.accent());
        var accentDark = colour("accent-dark", config.accentDark());
        if (accent.isEmpty() && config.accent().isEmpty() && config.accentDark().isPresent())
            faults.add(new Fault(prefix + "accent", "is missing; write " + COLOUR + " beside accent-dark"));
        var logo = logo("logo", config.logo());
        var logoDark = logo("logo-dark", config.logoDark());
        if (config.logo().isEmpty() && config.logoDark().isPresent())
            faults.add(new Fault(prefix + "logo", "is missing; write a picture's file beside logo-dark"));
        return new Files(accent.map(light -> sheet(light, accentDark)), logo, logoDark);
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What is shown otherwise than it was written, and why; one sentence each. */
    List<String> corrections() {
        return List.copyOf(corrections);
    }

    /** For screens only: on paper, {@code base.css} makes everything black. */
    private byte[] sheet(Colour light, Optional<Colour> dark) {
        var onLight = shown("accent", Theme.LIGHT, light);
        var onDark = dark.map(written -> shown("accent-dark", Theme.DARK, written))
                .orElseGet(() -> Theme.DARK.readable(light));
        return ("""
                @media screen { :root { --accent: %s; --accent-fg: %s; } }
                @media screen and (prefers-color-scheme: dark) { :root { --accent: %s; --accent-fg: %s; } }
                """)
                .formatted(onLight, Theme.LIGHT.onAccent(), onDark, Theme.DARK.onAccent())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Colour shown(String key, Theme theme, Colour written) {
        var shown = theme.readable(written);
        if (!shown.equals(written))
            corrections.add(String.format(
                    Locale.ROOT,
                    "%s%s: %s is too weak on a %s background (%.1f:1, %.1f:1 is needed); %s is shown instead (%.1f:1)",
                    prefix,
                    key,
                    written,
                    theme.name().toLowerCase(Locale.ROOT),
                    theme.contrast(written),
                    Theme.ENOUGH,
                    shown,
                    theme.contrast(shown)));
        return shown;
    }

    private Optional<Colour> colour(String key, Optional<String> written) {
        var colour = written.map(String::strip).flatMap(Colour::parse);
        if (written.isPresent() && colour.isEmpty())
            faults.add(new Fault(prefix + key, "is “" + written.get() + "”; write " + COLOUR));
        return colour;
    }

    private Optional<Logo> logo(String key, Optional<String> written) {
        return written.flatMap(name -> {
            try {
                return Optional.of(Logo.read(Path.of(name.strip())));
            } catch (Logo.Refused | InvalidPathException refused) {
                faults.add(new Fault(
                        prefix + key,
                        "is “" + name + "”, which "
                                + (refused instanceof Logo.Refused ? refused.getMessage() : "is no file")));
                return Optional.empty();
            }
        });
    }

    static Stream<Optional<byte[]>> bytes(Files files) {
        return Stream.of(
                files.style(), files.logo().map(Logo::bytes), files.logoDark().map(Logo::bytes));
    }
}
