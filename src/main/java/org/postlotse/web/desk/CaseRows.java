package org.postlotse.web.desk;

import java.util.List;

/**
 * A page of cases.
 *
 * @param count how many there are in all
 * @param next the query of the next page; empty on the last one
 * @param first the query of the first page; empty on it
 */
record CaseRows(String count, List<Row> rows, String next, String first) {
    /** One case; {@code sealed} leads to its mailbox. */
    record Row(String mailbox, String sealed, String state, String weakness, String since, String lastInsecure) {}
}
