package org.postlotse.store;

import java.util.UUID;

class EmbeddedHostersTest extends HostersContract {
    private final String url =
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

    @Override
    String url() {
        return url;
    }
}
