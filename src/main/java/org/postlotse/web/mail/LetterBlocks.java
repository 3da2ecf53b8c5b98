package org.postlotse.web.mail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postlotse.campaign.CampaignSettings;
import org.postlotse.campaign.Letter;
import org.postlotse.campaign.LetterKind;
import org.postlotse.catalogue.Server;
import org.postlotse.catalogue.Timeline;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.evidence.Weakness;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.GuessedName;
import org.postlotse.web.Texts;

/** What a letter says, part by part. */
final class LetterBlocks {
    private static final int MOST_SHOWN = 3;

    private final Texts texts;
    private final Guides guides;
    private final CampaignSettings settings;
    private final ZoneId zone;
    private final LocalDateTime now;
    private final Frame frame;
    private final Letter letter;

    LetterBlocks(
            Texts texts,
            Guides guides,
            CampaignSettings settings,
            ZoneId zone,
            Instant now,
            Frame frame,
            Letter letter) {
        this.texts = texts;
        this.guides = guides;
        this.settings = settings;
        this.zone = zone;
        this.now = LocalDateTime.ofInstant(now, zone);
        this.frame = frame;
        this.letter = letter;
    }

    String subject() {
        return text("letter.subject." + letter.kind().key());
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(lines("letter.greeting"));
        if (letter.kind() == LetterKind.CLOSING) {
            blocks.add(lines("letter.news.closing"));
        } else {
            if (!letter.reader().owner()) blocks.add(lines("letter.holder"));
            blocks.add(lines((isDevice() ? "letter.device." : "letter.weakness.") + letter.weakness()));
            blocks.add(lines("letter.news." + letter.kind().key()));
            seen(blocks);
            if (letter.seen().sendsOnly()) blocks.add(lines("letter.screenless"));
            how(blocks);
            values(blocks);
            blocks.add(heading("letter.real.heading"));
            blocks.add(lines(settings.webmailShowsCode() ? "letter.real.webmail" : "letter.real.text"));
            blocks.add(lines("letter.keep"));
        }
        blocks.add(lines("letter.help"));
        blocks.add(new Block.Lines(text("letter.regards").lines().toList(), true));
        if (letter.kind() != LetterKind.CLOSING) blocks.add(lines("letter.footer"));
        return blocks;
    }

    /** Nobody reads it on a screen of its own, as far as we know. */
    private boolean isDevice() {
        return letter.seen().sendsOnly() || !letter.reader().owner();
    }

    private void seen(List<Block> blocks) {
        var devices = letter.seen().devices();
        if (devices.isEmpty()) return;
        blocks.add(heading("letter.seen.heading"));
        for (int i = 0; i < Math.min(MOST_SHOWN, devices.size()); i++) {
            var rows = new ArrayList<Block.Row>();
            if (i == 0)
                rows.add(Block.Row.of(
                        text("letter.seen.mailbox"),
                        letter.recipient().mailbox().display()));
            rows.addAll(rows(devices.get(i)));
            blocks.add(new Block.Table(rows));
        }
    }

    /** When somebody read mail, and with what, is told to the mailbox' owner only. */
    private List<Block.Row> rows(Device device) {
        var concerns = Block.Row.of(text("letter.seen.concerns"), concerns(device));
        if (!letter.reader().owner()) return List.of(concerns);
        var last = Block.Row.of(text("letter.seen.last"), moment(device.last()));
        return Stream.concat(Stream.of(last, concerns), program(device).stream())
                .toList();
    }

    private Optional<Block.Row> program(Device device) {
        var presumably = text("letter.seen.program");
        if (device.fingerprint().client().isEmpty() && letter.seen().sendsOnly())
            return Optional.of(Block.Row.of(presumably, text("letter.seen.screenless")));
        return ProgramGuess.named(device, letter.seen().devices())
                .map(guess -> Block.Row.of(
                        guess.reason() == ProgramGuess.Reason.NAMES_ITSELF ? text("letter.seen.named") : presumably,
                        GuessedName.of(guess, guides, frame.language())))
                .filter(row -> !row.value().isEmpty());
    }

    private String concerns(Device device) {
        var half = text(
                "letter.seen.protocol." + device.fingerprint().protocol().name().toLowerCase(Locale.ROOT));
        var weakness = device.fingerprint().weakness().map(Weakness::key).orElseThrow();
        return text("letter.seen.how." + weakness).replace("{half}", half);
    }

    private String moment(Instant instant) {
        var local = LocalDateTime.ofInstant(instant, zone);
        return text("letter.seen.last-value").replace("{day}", date(local)).replace("{time}", time(local));
    }

    private void how(List<Block> blocks) {
        blocks.add(heading("letter.how.heading"));
        var home = letter.brand().publicUrl();
        blocks.add(new Block.Table(List.of(
                new Block.Row(text("letter.how.open"), home.getAuthority() + "/w", home + "/w"),
                Block.Row.of(text("letter.how.type"), letter.recipient().code().display()),
                new Block.Row(text("letter.how.link"), letter.link(), letter.link()))));
    }

    private void values(List<Block> blocks) {
        blocks.add(heading("letter.values.heading"));
        blocks.add(new Block.Table(List.of(
                Block.Row.of(text("letter.values.receiving"), value(receiving())),
                Block.Row.of(
                        text("letter.values.sending"),
                        value(letter.offer().outgoing().getFirst())),
                Block.Row.of(
                        text("letter.values.login"),
                        text("letter.values.login-value")
                                .replace(
                                        "{login}",
                                        letter.offer().login(letter.recipient().mailbox()))))));
    }

    /** Whoever fetches by IMAP stays with it, and with POP3 likewise. */
    private Server receiving() {
        var all = letter.offer().incoming();
        return letter.seen().devices().stream()
                .flatMap(device -> all.stream()
                        .filter(server -> server.protocol()
                                .name()
                                .equals(device.fingerprint().protocol().name())))
                .findFirst()
                .orElse(all.getFirst());
    }

    private String value(Server server) {
        return text("letter.values.value")
                .replace("{host}", server.host().name())
                .replace("{port}", server.port().toString())
                .replace("{security}", server.security().displayName());
    }

    private Block heading(String key) {
        return new Block.Heading(text(key));
    }

    private Block lines(String key) {
        return new Block.Lines(text(key).lines().toList(), false);
    }

    private String text(String key) {
        var text = texts.get(frame, key);
        for (var value : values().entrySet()) text = text.replace("{" + value.getKey() + "}", value.getValue());
        return text;
    }

    private Map<String, String> values() {
        var coming = letter.brand().timeline().rehearsals().stream()
                .filter(rehearsal -> rehearsal.from().isAfter(now))
                .toList();
        return Map.of(
                "date", date(letter.brand().timeline().cutOff()),
                "only", texts.get(frame, "letter.only." + letter.weakness()),
                "mailbox", letter.recipient().mailbox().display(),
                "code", letter.recipient().code().display(),
                "days",
                        Integer.toString(
                                letter.kind() == LetterKind.CLOSING ? settings.cleanDays() : settings.pauseDays()),
                "rehearsal",
                        coming.stream().findFirst().map(one -> date(one.from())).orElse(""),
                "rehearsals", coming.stream().map(this::hours).collect(Collectors.joining(", ")));
    }

    private String hours(Timeline.Rehearsal rehearsal) {
        return texts.get(frame, "letter.rehearsed")
                .replace("{day}", date(rehearsal.from()))
                .replace("{from}", time(rehearsal.from()))
                .replace("{to}", time(rehearsal.to()));
    }

    private String date(TemporalAccessor day) {
        return spelt("format.date", day);
    }

    private String time(TemporalAccessor time) {
        return spelt("format.time", time);
    }

    private String spelt(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(texts.get(frame, pattern), frame.language())
                .format(value);
    }
}
