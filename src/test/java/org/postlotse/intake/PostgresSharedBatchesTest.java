package org.postlotse.intake;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postlotse.support.Needs;
import org.postlotse.support.RealPart;
import org.postlotse.support.RunningPostgres;

@Needs(RealPart.POSTGRESQL)
class PostgresSharedBatchesTest extends SharedBatchesContract {
    @RegisterExtension
    static final RunningPostgres SERVER = new RunningPostgres();

    @Override
    DataSource database() {
        return SERVER.dataSource();
    }
}
