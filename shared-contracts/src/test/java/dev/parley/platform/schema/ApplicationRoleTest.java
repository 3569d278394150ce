package dev.parley.platform.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.settings.Stage;
import dev.parley.platform.settings.StartRefused;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApplicationRoleTest {
    private final TestDatabase database = Databases.fresh();
    private final JdbcClient sql = JdbcClient.create(database.dataSource());

    @BeforeEach
    void there_is_a_table_with_row_level_security() {
        sql.sql("create table secret (tenant text)").update();
        sql.sql("alter table secret enable row level security").update();
    }

    @Test
    void a_role_that_owns_nothing_will_do() {
        assertThatCode(() -> look(application(), Stage.PRODUCTION)).doesNotThrowAnyException();
    }

    @Test
    void production_refuses_the_owner_of_the_tables_and_development_does_not() {
        refused(database.dataSource());
        assertThatCode(() -> look(database.dataSource(), Stage.DEVELOPMENT)).doesNotThrowAnyException();
    }

    @Test
    void production_refuses_a_role_that_may_become_the_owner() {
        sql.sql("grant create on schema public to " + TestDatabase.APPLICATION_ROLE)
                .update();
        sql.sql("alter table secret owner to " + TestDatabase.APPLICATION_ROLE).update();

        refused(application());
        refused(database.dataSource());
    }

    private static void refused(DataSource login) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> look(login, Stage.PRODUCTION))
                .withMessageContaining("DATABASE_MIGRATION_URL");
    }

    private static void look(DataSource login, Stage stage) throws Exception {
        new ApplicationRole(login, stage).afterPropertiesSet();
    }

    private DataSource application() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(TestDatabase.APPLICATION_ROLE);
        source.setPassword(database.password());
        return source;
    }
}
