package org.postlotse.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postlotse.campaign.Control;
import org.postlotse.catalogue.Domain;

/**
 * Who is to get letters, as typed.
 *
 * @param share in per cent
 * @param domains with blanks, commas or line breaks between
 */
record WaveForm(String mode, String share, String domains) {
    static final WaveForm PILOT = new WaveForm(Control.Mode.PILOT.key(), "10", "");

    static WaveForm of(Optional<String> mode, Optional<String> share, Optional<String> domains) {
        return new WaveForm(
                mode.map(String::strip).orElse(""),
                share.map(String::strip).orElse(""),
                domains.map(String::strip).orElse(""));
    }

    static WaveForm of(Control.Wave wave) {
        return new WaveForm(
                wave.mode().key(),
                Integer.toString(wave.share()),
                wave.domains().stream().map(Domain::name).sorted().collect(Collectors.joining(" ")));
    }

    /** Empty where it can not be understood. */
    Optional<Control.Wave> wave() {
        return Control.Mode.of(mode).flatMap(known -> switch (known) {
            case STOPPED -> Optional.empty();
            case PILOT -> Optional.of(Control.Wave.PILOT);
            case ALL -> Optional.of(Control.Wave.ALL);
            case SHARE ->
                Optional.of(share)
                        .filter(text -> text.matches("[1-9][0-9]?|100"))
                        .map(text -> Control.Wave.share(Integer.parseInt(text)));
            case DOMAINS -> named().map(Control.Wave::of);
        });
    }

    private Optional<Set<Domain>> named() {
        var named = new HashSet<Domain>();
        for (var text : domains.split("[\\s,;]+")) {
            var domain = Domain.parse(text);
            if (domain.isEmpty()) return Optional.empty();
            named.add(domain.get());
        }
        return Optional.of(named);
    }

    public List<String> modes() {
        return List.of("pilot", "domains", "share", "all");
    }

    /** The same in an address, and in what is written down. */
    String query() {
        return "mode=" + mode + "&share=" + share + "&domains=" + URLEncoder.encode(domains, StandardCharsets.UTF_8);
    }

    String told() {
        return switch (mode) {
            case "share" -> mode + " " + share + " %";
            case "domains" -> mode + " " + domains;
            default -> mode;
        };
    }
}
