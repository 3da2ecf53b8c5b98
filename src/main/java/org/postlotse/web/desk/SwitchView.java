package org.postlotse.web.desk;

import java.util.List;
import java.util.Optional;

/**
 * Where the switch stands, in words and numbers.
 *
 * @param mailboxes how many have a case
 * @param groups how many cases each group has, and their part of all
 * @param chart from day to day; empty on the first day
 */
record SwitchView(
        List<Cut> dates,
        String mailboxes,
        List<Part> groups,
        Optional<Chart> chart,
        List<Row> states,
        List<Row> weaknesses,
        List<Row> programs,
        List<Row> domains,
        Funnel funnel) {

    /**
     * When the switch is, for one brand.
     *
     * @param when {@code in}, {@code today} or {@code ago}
     */
    record Cut(String brand, String date, String when, String days) {}

    record Part(String key, String number, String percent) {}

    /**
     * One line of a table.
     *
     * @param key of a text, or a name
     * @param numbers in the order of the groups, or a single one
     * @param query of the list that shows them; empty where there is none
     */
    record Row(String key, String all, List<String> numbers, String query) {}

    /**
     * From the letter to the end.
     *
     * @param mailboxes how many ever came so far
     * @param visits how often pages were used
     */
    record Funnel(List<Row> mailboxes, List<Row> visits) {}
}
