package org.postlotse.store;

import java.sql.SQLException;

/** The database did not do what was asked of it. */
final class DatabaseBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseBroken(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
