package dev.parley.location.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AnswerCacheTest {
    private static final CacheKey KEY = new CacheKey("geocode:1:paris", "gazetteer@1");

    private final TestDatabase database = Databases.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnswerCache cache = TestCaches.in(database, Duration.ofMinutes(5), meters);
    private final JdbcClient sql = JdbcClient.create(database.dataSource());

    private int asked;

    public record Answer(List<String> texts) {}

    public record OtherShape(int number, String text) {}

    private Answer ask() {
        asked++;
        return new Answer(List.of("answer " + asked));
    }

    @Test
    void a_question_is_asked_once() {
        assertThat(cache.get(KEY, Answer.class, this::ask))
                .isEqualTo(new Cached<>(new Answer(List.of("answer 1")), false));
        assertThat(cache.get(KEY, Answer.class, this::ask))
                .isEqualTo(new Cached<>(new Answer(List.of("answer 1")), true));
    }

    @Test
    void another_question_and_another_edition_are_asked_anew() {
        cache.get(KEY, Answer.class, this::ask);
        cache.get(new CacheKey("geocode:1:london", KEY.provider()), Answer.class, this::ask);
        cache.get(new CacheKey(KEY.query(), "gazetteer@2"), Answer.class, this::ask);

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void an_expired_answer_is_not_given_and_is_replaced() {
        cache.get(KEY, Answer.class, this::ask);
        expireAll();

        assertThat(cache.get(KEY, Answer.class, this::ask).cached()).isFalse();
        assertThat(cache.get(KEY, Answer.class, this::ask))
                .isEqualTo(new Cached<>(new Answer(List.of("answer 2")), true));
    }

    @Test
    void expired_answers_are_deleted_and_others_are_not() {
        cache.get(KEY, Answer.class, this::ask);
        expireAll();
        cache.get(new CacheKey("fresh", "gazetteer@1"), Answer.class, this::ask);

        cache.sweep();

        assertThat(sql.sql("select query from cached_answer")
                        .query(String.class)
                        .list())
                .containsExactly("fresh");
    }

    @Test
    void an_asker_that_fails_leaves_nothing_behind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.get(KEY, Answer.class, () -> {
                    throw new IllegalStateException("no answer");
                }));

        assertThat(cache.get(KEY, Answer.class, this::ask).cached()).isFalse();
    }

    @Test
    void an_answer_of_another_shape_is_as_good_as_none() {
        cache.get(KEY, Answer.class, this::ask);

        assertThat(cache.get(KEY, OtherShape.class, () -> new OtherShape(1, "new")))
                .isEqualTo(new Cached<>(new OtherShape(1, "new"), false));
        assertThat(cache.get(KEY, OtherShape.class, () -> new OtherShape(2, "newer"))
                        .cached())
                .isTrue();
    }

    @Test
    void a_question_of_any_length_can_be_kept() {
        CacheKey longest = new CacheKey("東".repeat(20_000), "gazetteer@1");
        cache.get(longest, Answer.class, this::ask);

        assertThat(cache.get(longest, Answer.class, this::ask).cached()).isTrue();
        assertThat(cache.get(new CacheKey("東".repeat(20_001), "gazetteer@1"), Answer.class, this::ask)
                        .cached())
                .isFalse();
    }

    @Test
    void hits_and_misses_are_counted() {
        cache.get(KEY, Answer.class, this::ask);
        cache.get(KEY, Answer.class, this::ask);
        cache.get(KEY, Answer.class, this::ask);

        assertThat(counted("hit")).isEqualTo(2);
        assertThat(counted("miss")).isEqualTo(1);
    }

    private double counted(String result) {
        return meters.get("parley.location.cache")
                .tag("result", result)
                .counter()
                .count();
    }

    private void expireAll() {
        sql.sql("update cached_answer set expires_at = now() - interval '1 second'")
                .update();
    }
}
