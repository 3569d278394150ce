package dev.parley.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class PlatformSchemaTest {

    private final TestDatabase database = Databases.fresh();

    @Test
    void an_empty_database_gets_the_tables_with_a_history_of_their_own() {
        PlatformTables.migrate(database.dataSource());

        assertThat(tables()).contains("flyway_schema_history", "work", "work_lane", "worker");
    }

    @Test
    void replicas_may_migrate_at_once() {
        List<CompletableFuture<Void>> replicas = Stream.generate(() -> database)
                .limit(4)
                .map(db -> CompletableFuture.runAsync(() -> PlatformTables.migrate(db.dataSource())))
                .toList();

        replicas.forEach(CompletableFuture::join);

        assertThat(tables()).contains("work");
    }

    @Test
    void a_database_that_is_not_up_yet_is_waited_for() throws InterruptedException {
        ComingUp source = new ComingUp(database.dataSource(), 2);

        new DatabaseWait(Duration.ofSeconds(20)).until(source);

        assertThat(source.asked).hasValue(3);
    }

    @Test
    void a_database_that_does_not_come_up_is_told_in_time() {
        ComingUp source = new ComingUp(database.dataSource(), Integer.MAX_VALUE);

        assertThatThrownBy(() -> new DatabaseWait(Duration.ZERO).until(source))
                .isInstanceOf(CannotGetJdbcConnectionException.class)
                .hasRootCauseMessage("not yet");
    }

    private List<String> tables() {
        return JdbcClient.create(database.dataSource())
                .sql("select table_name from information_schema.tables where table_schema = 'platform'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static final class ComingUp extends AbstractDataSource {

        private final AtomicInteger asked = new AtomicInteger();
        private final DataSource delegate;
        private final int refusals;

        ComingUp(DataSource delegate, int refusals) {
            this.delegate = delegate;
            this.refusals = refusals;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() <= refusals) {
                throw new SQLException("not yet");
            }
            return delegate.getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
