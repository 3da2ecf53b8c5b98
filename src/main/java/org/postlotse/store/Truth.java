package org.postlotse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** Reads columns of a database that is not ours: yes and no have many spellings there. */
final class Truth {
    private static final Set<String> NO = Set.of("", "0", "n", "no", "f", "false", "off");

    private Truth() {}

    /** Whether a column says yes: it is neither NULL, 0, false nor one of the words for that. */
    static boolean of(ResultSet row, int column) throws SQLException {
        var value = row.getString(column);
        return value != null && !NO.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** Which column has this name, in any case; 0 when none has. */
    static int column(ResultSet row, String name) throws SQLException {
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++)
            if (columns.getColumnLabel(i).equalsIgnoreCase(name)) return i;
        return 0;
    }
}
