package org.postlotse.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who is warned, how often, and by which mail server; text, because every fault is to be named. */
@ConfigMapping(prefix = "postlotse.campaign")
interface CampaignConfig {
    /** Off for commands that do nothing by themselves. */
    @WithDefault("true")
    boolean running();

    /** Insecure log-ins of a program until a case is opened. */
    @WithDefault("2")
    String openAfterLogins();

    /** Different days within fourteen on which they must have been: 1 or 2. */
    @WithDefault("2")
    String openAfterDays();

    /** Days without an insecure log-in after which a case is closed. */
    @WithDefault("14")
    String cleanDays();

    /** Days from one letter to a mailbox until the next. */
    @WithDefault("14")
    String pauseDays();

    /** Local time from which, and until which, letters are sent. */
    @WithDefault("08:00-20:00")
    String hours();

    /** Whether letters go out although far more log-ins look unencrypted than there can be. */
    @WithDefault("false")
    boolean believeLogs();

    /** The days of the week on which letters are sent: {@code mon-fri}, {@code mon,wed,fri}. */
    @WithDefault("mon-fri")
    String days();

    /** Dates on which none is sent. */
    Optional<List<String>> holidays();

    /** Seconds from one look at the cases to the next. */
    @WithDefault("15")
    String everySeconds();

    /** Letters within a second, on all nodes. */
    @WithDefault("10")
    String perSecond();

    /** Letters within an hour, on all nodes. */
    @WithDefault("10000")
    String perHour();

    /** Which letter is due from when: {@code first: 90} days before the date, {@code still-after: -14} days after it. */
    Optional<List<String>> schedule();

    /** Whether webmail, or the hoster's portal, shows the same notice with the same check code: then letters say so. */
    @WithDefault("false")
    boolean webmailShowsCode();

    /** Addresses and domains that get letters in the mode {@code pilot}. */
    Optional<List<String>> pilot();

    /** Addresses that get no letters, each with a reason and an end. */
    Optional<List<Excused>> excused();

    /** Mailboxes that nobody reads, each with the address of whoever looks after it. */
    Optional<List<Holder>> holders();

    /** A CSV file of such mailboxes: mailbox, holder. */
    Optional<String> holderFile();

    /** The language of letters to those of whom nothing is known. */
    @WithDefault("de")
    String language();

    /** A CSV file of those of whom something is known: an address or a mail domain, and a language. */
    Optional<String> languageFile();

    /** A mailbox that nobody reads. */
    interface Holder {
        Optional<String> mailbox();

        Optional<String> holder();
    }

    /** An address that gets no letters. */
    interface Excused {
        Optional<String> mailbox();

        Optional<String> reason();

        Optional<String> until();
    }
}
