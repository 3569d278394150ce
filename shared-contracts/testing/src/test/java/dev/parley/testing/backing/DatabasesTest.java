package dev.parley.testing.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabasesTest {

    @Test
    void each_database_is_new_and_empty() {
        JdbcClient one = JdbcClient.create(Databases.fresh().dataSource());
        JdbcClient other = JdbcClient.create(Databases.fresh().dataSource());

        one.sql("create table here (id int)").update();

        assertThatCode(() -> other.sql("create table here (id int)").update()).doesNotThrowAnyException();
    }

    @Test
    void the_owner_may_replicate_from_a_logical_wal() {
        JdbcClient database = JdbcClient.create(Databases.fresh().dataSource());

        assertThat(database.sql("show wal_level").query(String.class).single()).isEqualTo("logical");
        assertThat(database.sql("select rolreplication from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void text_is_ordered_by_code_point_and_lower_case_knows_unicode() {
        JdbcClient database = JdbcClient.create(Databases.fresh().dataSource());

        assertThat(database.sql("select lower('ÀÉ') || ('Z' < 'a')")
                        .query(String.class)
                        .single())
                .isEqualTo("àétrue");
    }
}
