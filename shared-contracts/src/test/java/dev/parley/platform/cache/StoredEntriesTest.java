package dev.parley.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.cache.SecondLevel.Look;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoredEntriesTest extends SecondLevelKit {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final SharedDatabase DATABASE = new SharedDatabase();

    private final StoredEntries entries = DATABASE.entries();

    @Override
    SecondLevel entries() {
        return entries;
    }

    @Test
    void a_claim_is_seen_by_others_whatever_transaction_it_was_taken_in() {
        EntryKey key = shared("question");
        new TransactionTemplate(new JdbcTransactionManager(DATABASE.services())).executeWithoutResult(transaction -> {
            entries.look(key, token(), LONG);
            transaction.setRollbackOnly();
        });

        assertThat(entries.look(key, token(), LONG)).isEqualTo(new Look.Awaited());
    }

    @Test
    void what_an_owner_has_no_other_tenant_sees() {
        EntryKey key = of("user:ada");
        entries.look(key, token(), LONG);

        assertThat(seenBy("user:ada", key)).isOne();
        assertThat(seenBy("user:bob", key)).isZero();
    }

    @Test
    void what_is_not_good_any_more_is_removed_and_nothing_else() {
        EntryKey old = shared("old");
        EntryKey asked = shared("asked");
        EntryKey good = shared("good");
        String token = token();
        for (EntryKey key : new EntryKey[] {old, asked, good}) {
            entries.look(key, token, LONG);
        }
        entries.keep(old, token, new byte[] {1}, LONG);
        entries.keep(good, token, new byte[] {1}, LONG);
        DATABASE.asOwner()
                .sql("update platform.cache_entry set expires_at = now() - interval '1 s' where key = :key")
                .param("key", old.text())
                .update();

        assertThat(entries.tidy()).isPositive();

        assertThat(DATABASE.asOwner()
                        .sql("select key from platform.cache_entry")
                        .query(String.class)
                        .list())
                .contains(asked.text(), good.text())
                .doesNotContain(old.text());
    }

    private static long seenBy(String tenant, EntryKey key) {
        try (TenantScope _ = TenantScope.named(tenant)) {
            return JdbcClient.create(DATABASE.services())
                    .sql("select count(*) from platform.cache_entry where key = :key")
                    .param("key", key.text())
                    .query(Long.class)
                    .single();
        }
    }
}
