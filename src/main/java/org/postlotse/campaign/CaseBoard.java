package org.postlotse.campaign;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Domain;

/** Where the switch stands, for those who look at many cases at once. */
public interface CaseBoard {
    /** A page of cases, in the order of their mailboxes' names. */
    List<Case> page(Wanted wanted, Place after, int most);

    /** How many cases there are of a kind. */
    long count(Wanted wanted);

    /** How many cases of each state the domains with the most cases have; the most first. */
    List<Share> byDomain(int most);

    /**
     * How many cases of each state there are whose insecure program calls itself so; the most first. Programs that tell no
     * name are together under the empty name.
     */
    List<Share> byProgram(int most);

    /** How many mailboxes have a case. */
    long mailboxes();

    /** How many mailboxes ever came to each of these states. */
    Map<CaseState, Long> everCameTo(Set<CaseState> states);

    /** Keeps how many cases there are now as those of a day; the last look at a day counts. */
    void keep(LocalDate day);

    /** The days that were kept from this one on, the earliest first. */
    List<Day> days(LocalDate from);

    /**
     * Which cases are asked for.
     *
     * @param begins what their mailboxes' addresses begin with, in small letters; may be empty
     */
    record Wanted(Optional<CaseState> state, Optional<String> weakness, Optional<Domain> domain, String begins) {
        public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** Behind which case a page begins; the beginning has empty names. */
    record Place(String mailbox, String weakness) {
        public static final Place BEGINNING = new Place("", "");

        public static Place behind(Case last) {
            return new Place(last.mailbox().normalised(), last.weakness());
        }
    }

    /** How many cases of each state something has. */
    record Share(String name, Map<CaseState, Long> cases) {
        public long all() {
            return cases.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** How many cases of each state there were on a day. */
    record Day(LocalDate day, EnumMap<CaseState, Long> cases) {}
}
