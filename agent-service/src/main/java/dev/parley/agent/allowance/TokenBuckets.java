package dev.parley.agent.allowance;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A bucket of tokens for each provider with a limit, which fills in a minute. They need not survive a crash of the database. */
@Repository
class TokenBuckets {
    private static final String LEFT =
            "least(:limit, tokens + :limit * extract(epoch from clock_timestamp() - filled_at) / 60)";

    private static final String TAKE = """
            update token_rate set tokens = %1$s - :tokens, filled_at = clock_timestamp()
             where provider = :provider and %1$s >= :tokens
               and set_config('synchronous_commit', 'off', true) is not null""".formatted(LEFT);

    private static final String UNTIL = """
            select greatest(0, (:tokens - %s) * 60.0 / :limit) from token_rate where provider = :provider""".formatted(LEFT);

    private final JdbcClient jdbc;

    TokenBuckets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a full one where there is none. */
    void provide(String provider, int limit) {
        jdbc.sql("""
                        insert into token_rate (provider, tokens, filled_at) values (:provider, :limit, now())
                        on conflict do nothing""").param("provider", provider).param("limit", limit).update();
    }

    /** @return whether there was enough */
    boolean take(String provider, int limit, int tokens) {
        return jdbc.sql(TAKE)
                        .param("provider", provider)
                        .param("limit", limit)
                        .param("tokens", tokens)
                        .update()
                == 1;
    }

    /** How long it takes until there is enough, if nobody else takes any. */
    Duration until(String provider, int limit, int tokens) {
        double seconds = jdbc.sql(UNTIL)
                .param("provider", provider)
                .param("limit", limit)
                .param("tokens", tokens)
                .query(Double.class)
                .single();
        return Duration.ofMillis((long) Math.ceil(seconds * 1000));
    }

    /** Takes more than there was thought to be needed, be it more than there is, or gives back. */
    void correct(String provider, int more) {
        jdbc.sql("""
                        update token_rate set tokens = tokens - :more
                         where provider = :provider
                           and set_config('synchronous_commit', 'off', true) is not null""").param("provider", provider).param("more", more).update();
    }
}
