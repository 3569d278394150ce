package dev.parley.conversation.privacy;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All exports that have not expired, with their files. They go with the account of their person. */
@Repository
class Exports {
    /** After a failure one can be asked for again sooner than when there is a file. */
    private static final Duration FAILURE_SHOWN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Duration kept;

    Exports(JdbcClient jdbc, ExportSettings settings) {
        this.jdbc = jdbc;
        this.kept = settings.kept();
    }

    /** @return false when there is one, or no such account */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(UUID id, UUID user) {
        jdbc.sql("delete from export where user_id = :user and expires_at <= now()")
                .param("user", user)
                .update();
        return jdbc.sql("""
                        insert into export (id, user_id, expires_at)
                        select :id, id, now() + :kept * interval '1 s' from account where id = :user for key share
                        on conflict (user_id) do nothing""")
                        .param("id", id)
                        .param("user", user)
                        .param("kept", kept.toSeconds())
                        .update()
                == 1;
    }

    Optional<Export> ofUser(UUID user) {
        return jdbc.sql("select * from export where user_id = :user and expires_at > now()")
                .param("user", user)
                .query((row, _) -> Export.read(row))
                .optional();
    }

    Optional<Export> find(UUID user, UUID id) {
        return ofUser(user).filter(export -> export.id().equals(id));
    }

    /** One that is to be made: what an earlier try has left of its file goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Export> begin(UUID id) {
        jdbc.sql("delete from export_chunk where export_id = :id")
                .param("id", id)
                .update();
        return jdbc.sql("select * from export where id = :id and finished_at is null and expires_at > now()")
                .param("id", id)
                .query((row, _) -> Export.read(row))
                .optional();
    }

    void addChunk(UUID id, int position, byte[] bytes) {
        jdbc.sql("insert into export_chunk (export_id, position, bytes) values (:id, :position, :bytes)")
                .param("id", id)
                .param("position", position)
                .param("bytes", bytes)
                .update();
    }

    Optional<byte[]> chunk(UUID id, int position) {
        return jdbc.sql("select bytes from export_chunk where export_id = :id and position = :position")
                .param("id", id)
                .param("position", position)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    void finish(UUID id, long size) {
        jdbc.sql("""
                        update export set finished_at = now(), size_bytes = :size, expires_at = now() + :kept * interval '1 s'
                         where id = :id""")
                .param("id", id)
                .param("size", size)
                .param("kept", kept.toSeconds())
                .update();
    }

    /** Nothing of its file is left. */
    @Transactional
    void fail(UUID id, String error) {
        jdbc.sql("delete from export_chunk where export_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        update export set finished_at = now(), error = :error, expires_at = now() + :shown * interval '1 s'
                         where id = :id and finished_at is null""")
                .param("id", id)
                .param("error", error)
                .param("shown", FAILURE_SHOWN.toSeconds())
                .update();
    }

    int dropExpired() {
        return jdbc.sql("delete from export where expires_at <= now()").update();
    }
}
