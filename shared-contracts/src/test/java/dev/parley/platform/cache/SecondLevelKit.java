package dev.parley.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.cache.SecondLevel.Look;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds wherever answers are shared. */
abstract class SecondLevelKit {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(40);
    private static final byte[] BODY = "{\"a\":\"é\"}".getBytes(UTF_8);

    private final EntryKey key = shared("question");
    private final String one = token();
    private final String other = token();

    abstract SecondLevel entries();

    static EntryKey shared(String name) {
        return new EntryKey(EntryKey.EVERYBODY, name + ":" + UUID.randomUUID());
    }

    static EntryKey of(String tenant) {
        return new EntryKey(tenant, "owned:" + UUID.randomUUID());
    }

    static String token() {
        return UUID.randomUUID().toString();
    }

    private void keep(EntryKey at, Duration goodFor) {
        String token = token();
        assertThat(entries().look(at, token, LONG)).isEqualTo(new Look.Claimed());
        assertThat(entries().keep(at, token, BODY, goodFor)).isTrue();
    }

    private boolean isThere(EntryKey at) {
        boolean there = entries().look(at, one, Duration.ofMillis(1)) instanceof Look.Kept;
        entries().release(at, one);
        return there;
    }

    @Test
    void what_was_kept_is_found_with_the_rest_of_its_time() {
        keep(key, LONG);

        assertThat(entries().look(key, other, LONG)).isInstanceOfSatisfying(Look.Kept.class, kept -> {
            assertThat(kept.body()).isEqualTo(BODY);
            assertThat(kept.goodFor()).isBetween(LONG.minusSeconds(60), LONG);
        });
    }

    @Test
    void it_is_gone_when_its_time_is_over_and_can_be_asked_anew() {
        keep(key, SHORT);

        await().until(() -> entries().look(key, one, LONG) instanceof Look.Claimed);

        assertThat(entries().keep(key, one, BODY, LONG)).isTrue();
        assertThat(isThere(key)).isTrue();
    }

    @Test
    void of_many_who_look_at_once_one_has_the_claim() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Look> looks = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> entries().look(key, token(), LONG), threads))
                    .limit(24)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(looks).filteredOn(new Look.Claimed()::equals).hasSize(1);
            assertThat(looks).filteredOn(new Look.Awaited()::equals).hasSize(23);
        }
    }

    @Test
    void a_claim_that_is_not_renewed_goes_to_another_and_its_answer_is_not_kept_any_more() {
        entries().look(key, one, SHORT);

        await().until(() -> entries().look(key, other, LONG) instanceof Look.Claimed);

        assertThat(entries().renew(key, one, LONG)).isFalse();
        assertThat(entries().keep(key, one, BODY, LONG)).isFalse();
        entries().release(key, one);
        assertThat(entries().look(key, token(), LONG)).isEqualTo(new Look.Awaited());
        assertThat(entries().keep(key, other, BODY, LONG)).isTrue();
    }

    @Test
    void a_claim_that_is_renewed_stays() {
        entries().look(key, one, Duration.ofMillis(300));

        await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(20)).until(() -> {
            boolean mine = entries().renew(key, one, Duration.ofMillis(300));
            return mine && entries().look(key, other, LONG) instanceof Look.Awaited;
        });
    }

    @Test
    void a_claim_that_is_given_back_is_free() {
        entries().look(key, one, LONG);

        entries().release(key, one);

        assertThat(entries().look(key, other, LONG)).isEqualTo(new Look.Claimed());
    }

    @Test
    void one_asks_anew_while_the_old_answer_is_there() {
        keep(key, LONG);

        assertThat(entries().claim(key, one, LONG)).isTrue();
        assertThat(entries().claim(key, other, LONG)).isFalse();
        assertThat(entries().look(key, other, LONG)).isInstanceOf(Look.Kept.class);
        assertThat(entries().keep(key, one, new byte[] {1}, LONG)).isTrue();

        assertThat(entries().look(key, one, LONG))
                .isInstanceOfSatisfying(
                        Look.Kept.class, kept -> assertThat(kept.body()).containsExactly(1));
    }

    @Test
    void an_owner_is_forgotten_with_what_is_being_asked_for_and_nobody_else_is() {
        String tenant = "user:" + UUID.randomUUID();
        EntryKey first = of(tenant);
        EntryKey second = of(tenant);
        EntryKey asked = of(tenant);
        EntryKey others = of("user:" + UUID.randomUUID());
        Stream.of(first, second, others, key).forEach(at -> keep(at, LONG));
        entries().look(asked, other, LONG);

        entries().forget(tenant);

        assertThat(entries().keep(asked, other, BODY, LONG)).isFalse();
        assertThat(Stream.of(first, second, asked)).noneMatch(this::isThere);
        assertThat(Stream.of(others, key)).allMatch(this::isThere);
    }
}
