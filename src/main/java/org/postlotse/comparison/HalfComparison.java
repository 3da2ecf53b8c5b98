package org.postlotse.comparison;

import java.util.List;
import org.postlotse.catalogue.Server;

/**
 * One half of an account compared.
 *
 * @param half which one
 * @param server what it must be set to: of the servers on offer the one for which least must be changed
 * @param user the user name that must stand there; empty where the mailbox is not known
 * @param rows every value, in the order in which programs show them
 */
public record HalfComparison(Half half, Server server, String user, List<Row> rows) {
    public HalfComparison {
        rows = List.copyOf(rows);
    }

    /** How many values must be changed. */
    public long changes() {
        return rows.stream().filter(row -> row.judgement().change()).count();
    }

    /** How many values were told. */
    public long told() {
        return rows.stream()
                .filter(row -> !(row.judgement() instanceof Judgement.Untold))
                .count();
    }
}
