package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.turn.AgentTest;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Full text below row level security: who finds what, and by which way. */
@AgentTest
class WordsTest {
    private final Chunks chunks;
    private final JdbcClient application;
    private final JdbcClient owner;
    private final TransactionOperations transactions;
    private final Principal ada = somebody();
    private final Principal bob = somebody();

    WordsTest(
            @Autowired Chunks chunks,
            @Autowired JdbcClient application,
            @Autowired TestDatabase database,
            @Autowired TransactionOperations transactions) {
        this.chunks = chunks;
        this.application = application;
        this.owner = JdbcClient.create(database.dataSource());
        this.transactions = transactions;
    }

    @Test
    void chunks_with_all_words_come_before_those_with_some() {
        UUID document = insert(ada, "red apples", "green apples and pears", "apples and red apples and a red house");

        assertThat(find(ada, "red", "apples"))
                .containsExactlyInAnyOrder(new ChunkId(document, 0), new ChunkId(document, 1), new ChunkId(document, 2))
                .endsWith(new ChunkId(document, 1));
        assertThat(find(ada, "plums")).isEmpty();
        assertThat(find(ada, "''' | ( & !", "\\")).isEmpty();
    }

    @Test
    void nobody_finds_what_is_not_theirs() {
        UUID document = insert(ada, "a treasure");
        insert(bob, "a trinket");

        assertThat(find(ada, "treasure")).containsExactly(new ChunkId(document, 0));
        assertThat(find(bob, "treasure")).isEmpty();
        assertThat(chunks.withWords(Set.of("treasure"), 10)).isEmpty();
        assertThat(find(bob, "=" + TenantScope.nameOf(ada))).isEmpty();
    }

    @Test
    void the_service_cannot_reach_the_words_itself() {
        assertThat(application
                        .sql("select has_schema_privilege(current_user, 'words', 'usage')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void an_index_leads_to_them() {
        insert(ada, "a needle");
        owner.sql("""
                        insert into chunk (document_id, position, tenant, content)
                        select id, n, tenant, 'some hay number ' || n from document, generate_series(1000, 8000) n where tenant = :tenant""").param("tenant", TenantScope.nameOf(ada)).update();
        owner.sql("vacuum analyze words.of_chunk").update();
        long index = owner.sql("select cast(cast('words.of_chunk_by_word' as regclass) as bigint)")
                .query(Long.class)
                .single();

        long scans = transactions.execute(_ -> {
            assertThat(find(ada, "needle")).hasSize(1);
            return application
                    .sql("select pg_stat_get_xact_numscans(cast(:index as oid))")
                    .param("index", index)
                    .query(Long.class)
                    .single();
        });

        assertThat(scans).isPositive();
    }

    @Test
    void words_that_thousands_of_chunks_have_are_looked_for_in_some_of_them() {
        UUID document = insert(ada, "a common needle", "a common thing");
        owner.sql("""
                        insert into chunk (document_id, position, tenant, content)
                        select id, n, tenant, 'some common hay ' || n from document, generate_series(2, 9999) n where id = :id""").param("id", document).update();
        owner.sql("update document set chunks = 10000 where id = :id")
                .param("id", document)
                .update();

        assertThat(find(ada, "common", "needle"))
                .as("led to by the word that tells something")
                .containsExactly(new ChunkId(document, 0));
        assertThat(find(ada, "common", "thing")).first().isEqualTo(new ChunkId(document, 1));
        assertThat(find(ada, "common", "hay")).hasSize(10);
        assertThat(find(bob, "common")).isEmpty();
    }

    private List<ChunkId> find(Principal person, String... words) {
        try (TenantScope _ = TenantScope.of(person)) {
            return chunks.withWords(List.of(words), 10);
        }
    }

    private UUID insert(Principal person, String... contents) {
        UUID id = UUID.randomUUID();
        owner.sql("insert into stored_file (id, tenant) values (:id, :tenant)")
                .param("id", id)
                .param("tenant", TenantScope.nameOf(person))
                .update();
        owner.sql("""
                        insert into document (id, tenant, title, type, size_bytes, content_hash, file_id, job_id, status)
                        values (:id, :tenant, 'x', 'txt', 1, uuid_send(:id), :id, :id, 'ready')""")
                .param("id", id)
                .param("tenant", TenantScope.nameOf(person))
                .update();
        try (TenantScope _ = TenantScope.of(person)) {
            assertThat(chunks.add(id, 0, List.of(contents))).isTrue();
        }
        return id;
    }

    private static Principal somebody() {
        return new Principal(Principal.Kind.USER, UUID.randomUUID().toString());
    }
}
