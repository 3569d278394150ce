package dev.parley.conversation.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All erasures of people. Their rows stay: they keep what comes late from being stored. */
@Repository
class Erasures {
    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Erasure add(UUID id, UUID user) {
        return jdbc.sql("insert into erased_user (user_id, erasure_id) values (:user, :id) returning *")
                .param("user", user.toString())
                .param("id", id)
                .query((row, _) -> read(row))
                .single();
    }

    Optional<Erasure> ofUser(UUID user) {
        return jdbc.sql("select * from erased_user where user_id = :user")
                .param("user", user.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<Erasure> find(UUID id) {
        return jdbc.sql("select * from erased_user where erasure_id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    void finish(UUID id) {
        jdbc.sql("update erased_user set finished_at = now() where erasure_id = :id and finished_at is null")
                .param("id", id)
                .update();
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("erasure_id", UUID.class),
                UUID.fromString(row.getString("user_id")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
