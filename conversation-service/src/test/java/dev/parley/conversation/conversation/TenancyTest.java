package dev.parley.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.tenant.Catalog;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "CONVERSATION_STREAM_SLOT=conversation_service_test"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TenancyTest {
    private static final String FORGETFUL = "select count(*) from message";

    private final JdbcClient jdbc;
    private final Appender appender;
    private final TransactionTemplate transactions;
    private final Catalog catalog;
    private final Turns mine = turns();
    private final Turns others = turns();

    TenancyTest(JdbcClient jdbc, Appender appender, PlatformTransactionManager transactions, TestDatabase database) {
        this.jdbc = jdbc;
        this.appender = appender;
        this.transactions = new TransactionTemplate(transactions);
        this.catalog = new Catalog(database);
    }

    @Test
    void every_table_belongs_to_tenants_or_says_why_not() {
        assertThat(catalog.unprotectedTables()).isEmpty();
        assertThat(catalog.protectedTables())
                .contains("conversation", "message", "account", "profile", "sign_in", "refresh_token", "audit");
        assertThat(catalog.functionsForEverybody()).isEmpty();
        assertThat(catalog.ownedByTheApplication()).isEmpty();
        assertThat(catalog.waysAroundForTheApplication()).isEmpty();
    }

    @Test
    void a_query_that_forgets_whose_rows_it_wants_finds_ones_own_and_without_a_tenant_none() {
        append(mine, "One");
        append(mine, "Two");
        append(others, "Three");

        assertThat(count(FORGETFUL)).isZero();
        try (TenantScope _ = TenantScope.of(mine.owner)) {
            assertThat(count(FORGETFUL)).isEqualTo(2);
        }
        try (TenantScope _ = TenantScope.ofAll(List.of(mine.owner, others.owner))) {
            assertThat(count(FORGETFUL)).isEqualTo(3);
        }
        assertThat(count(FORGETFUL)).isZero();
    }

    @Test
    void somebody_elses_rows_can_be_neither_changed_nor_made() {
        append(others, "Theirs");

        try (TenantScope _ = TenantScope.of(mine.owner)) {
            assertThat(jdbc.sql("update message set content = 'Mine'").update()).isZero();
            assertThat(jdbc.sql("delete from conversation where id = :id")
                            .param("id", others.conversation.value())
                            .update())
                    .isZero();
            assertThatThrownBy(() ->
                            jdbc.sql("""
                            insert into conversation (id, owner_kind, owner_id, channel, created_at, updated_at)
                            values (gen_random_uuid(), 'SESSION', :owner, 'web', now(), now())""").param("owner", others.owner.id()).update())
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void a_list_is_read_from_its_index_though_a_policy_looks_at_each_row() {
        append(mine, "Question");

        try (TenantScope _ = TenantScope.of(mine.owner)) {
            assertThat(plan("""
                            select id from conversation where owner_kind = 'SESSION' and owner_id = 'x'
                               and (created_at, id) < (now(), gen_random_uuid())
                             order by created_at desc, id desc limit 20""")).contains("conversation_of_owner").doesNotContain("Sort");
            assertThat(plan("""
                            select * from message where conversation_id = '00000000-0000-0000-0000-000000000000'
                               and sequence > 1 order by sequence limit 20"""))
                    .contains("message_conversation_id_sequence_key")
                    .doesNotContain("Sort");
        }
    }

    private String plan(String query) {
        List<String> lines = transactions.execute(_ -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain " + query)
                    .query((row, _) -> row.getString(1))
                    .list();
        });
        return String.join("\n", lines);
    }

    private void append(Turns turns, String question) {
        transactions.executeWithoutResult(_ -> appender.append(TurnEntries.of(turns.asks(question))));
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private static Turns turns() {
        return new Turns(new Principal(Principal.Kind.SESSION, UUID.randomUUID().toString()));
    }
}
