package dev.parley.agent.knowledge;

import dev.parley.agent.job.JobError;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All documents. */
@Repository
class Documents {
    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has whoever changes what the same owner has wait until the transaction ends: what comes twice at once is seen by the
     * second, and limits hold.
     */
    void hold(String tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('documents of ' || :tenant, 0))")
                .param("tenant", tenant)
                .query((_, _) -> tenant)
                .single();
    }

    /** @return false when the owner is gone for good */
    boolean add(UUID id, Principal owner, NewDocument document, UUID file, UUID job) {
        return jdbc.sql("""
                        insert into document (id, tenant, title, type, size_bytes, content_hash, file_id, job_id)
                        select :id, :tenant, :title, :type, :size, :hash, :file, :job
                         where not exists (select from erased_person where id = :owner)""")
                        .param("id", id)
                        .param("tenant", TenantScope.nameOf(owner))
                        .param("title", document.title())
                        .param("type", document.type().word())
                        .param("size", document.size())
                        .param("hash", document.hash())
                        .param("file", file)
                        .param("job", job)
                        .param("owner", owner.id())
                        .update()
                == 1;
    }

    /** Locks it until the transaction ends. */
    Optional<Document> withContent(Principal owner, byte[] hash) {
        return jdbc.sql("select * from document where tenant = :tenant and content_hash = :hash for update")
                .param("tenant", TenantScope.nameOf(owner))
                .param("hash", hash)
                .query(Document::read)
                .optional();
    }

    /** One that has failed is to be tried again. */
    void retry(UUID id, String title, UUID job) {
        jdbc.sql("""
                        update document
                           set status = 'queued', title = :title, job_id = :job, error_code = null, error_detail = null
                         where id = :id""").param("id", id).param("title", title).param("job", job).update();
    }

    /** How many documents and chunks the owner has. */
    Holdings holdings(Principal owner) {
        return jdbc.sql(
                        "select count(*) as documents, coalesce(sum(chunks), 0) as chunks from document where tenant = :tenant")
                .param("tenant", TenantScope.nameOf(owner))
                .query((row, _) -> new Holdings(row.getLong("documents"), row.getLong("chunks")))
                .single();
    }

    Optional<Document> find(UUID id, Principal owner) {
        return jdbc.sql("select * from document where id = :id and tenant = :tenant")
                .param("id", id)
                .param("tenant", TenantScope.nameOf(owner))
                .query(Document::read)
                .optional();
    }

    /** Newest first, one more than wanted. */
    List<Document> list(Principal owner, Limit limit, @Nullable Cursor after) {
        return jdbc.sql("""
                        select * from document
                         where tenant = :tenant
                           and (cast(:before as timestamptz) is null or (created_at, id) < (:before, cast(:id as uuid)))
                         order by created_at desc, id desc
                         limit :limit""")
                .param("tenant", TenantScope.nameOf(owner))
                .param("before", after == null ? null : after.instant(0).atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.uuid(1))
                .param("limit", limit.plusOne())
                .query(Document::read)
                .list();
    }

    /** Begins to take it in. Empty when it is not there any more, or belongs to another job by now. */
    Optional<Document> begin(UUID id, UUID job) {
        return jdbc.sql("""
                        update document set status = 'processing', chunks = 0
                         where id = :id and job_id = :job returning *""")
                .param("id", id)
                .param("job", job)
                .query(Document::read)
                .optional();
    }

    /** Whose document it is that a job takes in. */
    record Taken(UUID id, String tenant) {}

    Optional<Taken> ofJob(UUID job) {
        return jdbc.sql("select id, tenant from document where job_id = :job")
                .param("job", job)
                .query((row, _) -> new Taken(row.getObject("id", UUID.class), row.getString("tenant")))
                .optional();
    }

    /** How many chunks others of the owner's documents have, or have put room aside for. */
    long chunksBeside(UUID id, String tenant) {
        return jdbc.sql("select coalesce(sum(chunks), 0) from document where tenant = :tenant and id <> :id")
                .param("tenant", tenant)
                .param("id", id)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /**
     * How many chunks it will have.
     *
     * @return false when it is not there any more
     */
    boolean reserve(UUID id, int chunks) {
        return jdbc.sql("update document set chunks = :chunks where id = :id")
                        .param("id", id)
                        .param("chunks", chunks)
                        .update()
                == 1;
    }

    void ready(UUID id) {
        jdbc.sql("""
                        update document
                           set status = 'ready', ready_at = now(),
                               chunks = (select count(*) from chunk where document_id = :id)
                         where id = :id""").param("id", id).update();
    }

    void fail(UUID id, JobError error) {
        jdbc.sql("""
                        update document set status = 'failed', error_code = :code, error_detail = :detail, chunks = 0
                         where id = :id and status <> 'ready'""")
                .param("id", id)
                .param("code", error.code())
                .param("detail", error.detail())
                .update();
    }

    /** With its chunks; its file is told. */
    Optional<UUID> remove(UUID id, Principal owner) {
        return jdbc.sql("delete from document where id = :id and tenant = :tenant returning file_id")
                .param("id", id)
                .param("tenant", TenantScope.nameOf(owner))
                .query((row, _) -> row.getObject("file_id", UUID.class))
                .optional();
    }

    List<UUID> idsOf(Principal owner) {
        return jdbc.sql("select id from document where tenant = :tenant order by created_at desc, id desc")
                .param("tenant", TenantScope.nameOf(owner))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }
}
