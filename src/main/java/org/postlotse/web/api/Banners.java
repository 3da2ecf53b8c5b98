package org.postlotse.web.api;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postlotse.campaign.Case;
import org.postlotse.campaign.CaseState;
import org.postlotse.campaign.Cases;
import org.postlotse.campaign.CheckCode;
import org.postlotse.campaign.Letters;
import org.postlotse.campaign.Recipient;
import org.postlotse.campaign.Recipients;
import org.postlotse.campaign.SealedLinks;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.catalogue.EmailAddress;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.guide.Guides;
import org.postlotse.web.Frame;
import org.postlotse.web.GuessedName;
import org.postlotse.web.Texts;

/** Writes the notice for a mailbox. */
@Singleton
class Banners {
    private static final Set<CaseState> SHOWN = EnumSet.of(
            CaseState.OPEN,
            CaseState.WARNED,
            CaseState.OPENED,
            CaseState.IN_PROGRESS,
            CaseState.RELAPSED,
            CaseState.REFUSED);

    private final Cases cases;
    private final Recipients recipients;
    private final Letters letters;
    private final SealedLinks links;
    private final Guides guides;
    private final Texts texts;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    Banners(
            Cases cases,
            Recipients recipients,
            Letters letters,
            SealedLinks links,
            Guides guides,
            Texts texts,
            Catalogue catalogue,
            Clock clock) {
        this.cases = cases;
        this.recipients = recipients;
        this.letters = letters;
        this.links = links;
        this.guides = guides;
        this.texts = texts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param frame of the mailbox' brand, in the reader's language */
    Banner of(EmailAddress mailbox, Frame frame) {
        var mine = cases.of(mailbox).stream()
                .filter(one -> SHOWN.contains(one.state()))
                .toList();
        if (mine.isEmpty()) return Banner.NONE;
        var code = recipients.find(mailbox).map(Recipient::code);
        var way = code.map(known -> "/w/" + links.seal(known)).orElse("");
        return new Banner(
                true,
                lines(mine, mailbox, code, frame),
                code.map(CheckCode::display).orElse(""),
                frame.brand().publicUrl() + way,
                texts.get(frame, "warning.begin"));
    }

    private List<String> lines(List<Case> mine, EmailAddress mailbox, Optional<CheckCode> code, Frame frame) {
        var lines = new ArrayList<String>();
        lines.add(texts.get(frame, "letter.weakness." + Letters.gravest(mine)));
        var devices = letters.seen(mailbox);
        devices.stream().findFirst().ifPresent(device -> lines.add(seen(device, devices, frame)));
        var cutOff = frame.brand().timeline().cutOff();
        boolean over = !LocalDate.ofInstant(clock.instant(), catalogue.zone()).isBefore(cutOff);
        lines.add(texts.get(frame, over ? "banner.since" : "banner.until")
                .replace("{date}", spelt(frame, "format.date", cutOff)));
        code.ifPresent(known -> lines.add(texts.get(frame, "warning.code").replace("{code}", known.display())));
        return lines;
    }

    /** What the letter tells of it, too. */
    private String seen(Device device, List<Device> devices, Frame frame) {
        var last = moment(device.last());
        var words = texts.get(frame, "warning.last")
                        .replace("{date}", spelt(frame, "format.date", last))
                        .replace("{time}", spelt(frame, "format.time", last))
                + ".";
        return ProgramGuess.named(device, devices)
                .map(guess -> GuessedName.of(guess, guides, frame.language()))
                .filter(name -> !name.isEmpty())
                .map(name -> words + " " + texts.get(frame, "warning.guess").replace("{program}", name) + ".")
                .orElse(words);
    }

    private ZonedDateTime moment(Instant instant) {
        return instant.atZone(catalogue.zone());
    }

    private String spelt(Frame frame, String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(texts.get(frame, pattern), frame.language())
                .format(value);
    }
}
