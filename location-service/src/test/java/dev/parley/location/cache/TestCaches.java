package dev.parley.location.cache;

import dev.parley.testing.backing.Migrations;
import dev.parley.testing.backing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Caches for tests without Spring. */
public final class TestCaches {
    private TestCaches() {}

    public static AnswerCache in(TestDatabase database) {
        return in(database, Duration.ofMinutes(5), new SimpleMeterRegistry());
    }

    static AnswerCache in(TestDatabase database, Duration timeToLive, SimpleMeterRegistry meters) {
        Migrations.run(database.dataSource());
        CachedAnswers answers = new CachedAnswers(JdbcClient.create(database.dataSource()));
        return new AnswerCache(answers, new CacheSettings(timeToLive, Duration.ofMinutes(1)), meters);
    }
}
