package dev.parley.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.outage.Outage;
import dev.parley.platform.secret.Secrets;
import dev.parley.platform.secret.TestSecrets;
import dev.parley.platform.tenant.TenantScope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Of several replicas, on a real database. */
class SharedCacheTest {
    private static final SharedDatabase DATABASE = new SharedDatabase();
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Principal ADA = new Principal(Principal.Kind.USER, "ada");
    private static final Principal BOB = new Principal(Principal.Kind.USER, "bob");

    public record Answer(String text, List<String> more) {}

    /** What it was, in another release. */
    public record Other(String text, String required) {}

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Caches> replicas = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final String question = "q:" + UUID.randomUUID();

    @AfterEach
    void close() {
        replicas.forEach(Caches::close);
    }

    private Caches replica(SecondLevel entries, Duration claim, Optional<Secrets> secrets) {
        var settings = new CacheSettings(LONG, DataSize.ofMegabytes(1), claim, Duration.ofSeconds(30));
        Caches caches = new Caches(entries, settings, UUID::randomUUID, meters, () -> secrets);
        replicas.add(caches);
        return caches;
    }

    private Caches replica() {
        return replica(DATABASE.entries(), Duration.ofSeconds(2), Optional.of(TestSecrets.of("a secret".repeat(5))));
    }

    private SharedCache<Answer> cache(UnaryOperator<CacheSpec<Answer>> change) {
        return replica().open(change.apply(spec()));
    }

    private static CacheSpec<Answer> spec() {
        return CacheSpec.of("answers", 1, Answer.class, LONG);
    }

    private Answer ask() {
        return new Answer("answer " + calls.incrementAndGet(), List.of("ä"));
    }

    @Test
    void a_question_is_asked_once_by_all_replicas() {
        Found<Answer> first = cache(it -> it).get(question, this::ask);
        Found<Answer> second = cache(it -> it).get(question, this::ask);

        assertThat(first).isEqualTo(new Found<>(new Answer("answer 1", List.of("ä")), false));
        assertThat(second).isEqualTo(new Found<>(new Answer("answer 1", List.of("ä")), true));
        assertThat(cache(it -> it).get(question + "?", this::ask).cached()).isFalse();
    }

    @Test
    void two_hundred_equal_questions_at_once_at_four_replicas_make_one_call() {
        List<SharedCache<Answer>> caches = List.of(cache(it -> it), cache(it -> it), cache(it -> it), cache(it -> it));
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Supplier<Answer> slow = () -> {
            asked.countDown();
            pass(go);
            return ask();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Found<Answer>>> found = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                SharedCache<Answer> cache = caches.get(i % caches.size());
                found.add(CompletableFuture.supplyAsync(() -> cache.get(question, slow), threads));
            }
            pass(asked);
            go.countDown();

            assertThat(found)
                    .allSatisfy(it -> assertThat(it.join().value().text()).isEqualTo("answer 1"));
            assertThat(found).filteredOn(it -> !it.join().cached()).hasSize(1);
        }
        assertThat(calls).hasValue(1);
        assertThat(meters.get("parley.cache.saved.calls").counter().count()).isEqualTo(199);
    }

    @Test
    void an_asker_that_fails_leaves_nothing_behind() {
        SharedCache<Answer> cache = cache(it -> it);
        assertThatThrownBy(() -> cache.get(question, () -> {
                    throw new IllegalStateException("no answer");
                }))
                .hasMessage("no answer");

        assertThat(cache(it -> it).get(question, this::ask).cached()).isFalse();
    }

    @Test
    void when_who_asks_has_died_another_one_does() {
        EntryKey key = new CacheKeys(spec(), new byte[0]).of(EntryKey.EVERYBODY, question);
        DATABASE.entries().look(key, UUID.randomUUID().toString(), Duration.ofMillis(300));

        assertThat(cache(it -> it).get(question, this::ask).cached()).isFalse();
        assertThat(cache(it -> it).get(question, this::ask).cached()).isTrue();
    }

    @Test
    void who_asks_for_longer_than_a_claim_lasts_is_believed_to_as_long_as_it_lives() {
        Duration claim = Duration.ofMillis(200);
        SharedCache<Answer> slow =
                replica(DATABASE.entries(), claim, Optional.empty()).open(spec());
        SharedCache<Answer> other =
                replica(DATABASE.entries(), claim, Optional.empty()).open(spec());
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(
                    () -> slow.get(question, () -> {
                        asked.countDown();
                        pass(go);
                        return ask();
                    }),
                    threads);
            pass(asked);
            var second = CompletableFuture.supplyAsync(() -> other.get(question, this::ask), threads);

            await().during(claim.multipliedBy(4)).until(() -> !second.isDone());
            go.countDown();

            assertThat(first.join().cached()).isFalse();
            assertThat(second.join()).isEqualTo(new Found<>(first.join().value(), true));
        }
    }

    @Test
    void whoever_waits_for_somebody_who_was_interrupted_asks() throws InterruptedException {
        SharedCache<Answer> cache = cache(it -> it);
        CountDownLatch asked = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> cache.get(question, () -> {
                            asked.countDown();
                            pass(new CountDownLatch(1));
                            return ask();
                        }))
                        .isInstanceOf(IllegalStateException.class));
        pass(asked);
        var second = CompletableFuture.supplyAsync(
                () -> cache.get(question, this::ask), task -> Thread.ofVirtual().start(task));

        first.interrupt();

        assertThat(second.join().value().text()).isEqualTo("answer 1");
        first.join();
    }

    @Test
    void what_is_stale_is_given_while_one_asks_anew() {
        SharedCache<Answer> cache =
                cache(it -> it.living(Life.constant(Duration.ofMillis(1))).staleFor(LONG));
        cache.get(question, this::ask);

        await().untilAsserted(() -> {
            Found<Answer> found = cache.get(question, this::ask);
            assertThat(found.cached()).isTrue();
            assertThat(found.value().text()).isNotEqualTo("answer 1");
        });
    }

    @Test
    void where_no_new_answer_is_to_be_had_one_goes_on_with_what_is_stale() {
        SharedCache<Answer> cache =
                cache(it -> it.living(Life.constant(Duration.ofMillis(1))).staleFor(LONG));
        Answer first = cache.get(question, this::ask).value();

        await().until(() -> {
            Found<Answer> found = cache.get(question, () -> {
                throw new IllegalStateException("no answer");
            });
            assertThat(found).isEqualTo(new Found<>(first, true));
            return meters.get("parley.cache.refreshes.failed").counter().count() == 1;
        });
    }

    @Test
    void what_says_that_there_is_nothing_is_good_for_its_own_time() {
        SharedCache<Answer> cache =
                cache(it -> it.nothingFor(Duration.ZERO, answer -> answer.more().isEmpty()));

        assertThat(cache.get(question, () -> new Answer("none", List.of())).cached())
                .isFalse();
        assertThat(cache.get(question, this::ask).cached()).isFalse();
        assertThat(cache.get(question, this::ask).cached()).isTrue();
    }

    @Test
    void of_an_answer_whose_parts_live_for_different_times_what_is_still_good_is_given() {
        SharedCache<Answer> cache = cache(it -> it.living(new Life<>() {
            @Override
            public Duration of(Answer answer) {
                return LONG;
            }

            @Override
            public Optional<Answer> at(Answer answer, Duration age) {
                return age.isPositive() ? Optional.of(new Answer(answer.text(), List.of())) : Optional.of(answer);
            }
        }));
        assertThat(cache.get(question, this::ask).value().more()).isNotEmpty();

        await().until(() -> cache.get(question, this::ask).value().equals(new Answer("answer 1", List.of())));
    }

    @Test
    void what_is_an_owners_nobody_else_is_given() {
        SharedCache<Answer> cache = cache(CacheSpec::forTheirOwner);

        assertThat(as(ADA, () -> cache.get(question, this::ask)).cached()).isFalse();
        assertThat(as(BOB, () -> cache.get(question, this::ask)).cached()).isFalse();
        assertThat(cache.get(question, this::ask).cached()).isFalse();
        assertThat(cache.get(question, this::ask).cached()).isFalse();
        assertThat(as(ADA, () -> cache.get(question, this::ask)).value().text()).isEqualTo("answer 1");
    }

    @Test
    void an_owner_who_is_forgotten_has_nothing_at_any_replica_nor_what_was_being_asked_for() {
        SharedCache<Answer> cache = cache(CacheSpec::forTheirOwner);
        SharedCache<Answer> other = cache(CacheSpec::forTheirOwner);
        as(ADA, () -> cache.get(question, this::ask));
        assertThat(as(ADA, () -> other.get(question, this::ask)).cached()).isTrue();

        as(
                ADA,
                () -> cache.get(question + "?", () -> {
                    replica().forget(ADA);
                    return ask();
                }));

        assertThat(as(ADA, () -> other.get(question, this::ask)).cached()).isFalse();
        assertThat(as(ADA, () -> other.get(question + "?", this::ask)).cached()).isFalse();
    }

    @Test
    void what_is_secret_is_sealed_and_of_no_use_to_whoever_has_another_key() {
        Answer secret = new Answer("very private " + question, List.of());
        cache(CacheSpec::sealed).get(question, () -> secret);

        assertThat(DATABASE.asOwner()
                        .sql("select body from platform.cache_entry where body is not null")
                        .query(byte[].class)
                        .list())
                .noneMatch(body -> new String(body, UTF_8).contains("private"));
        assertThat(cache(CacheSpec::sealed).get(question, this::ask).value()).isEqualTo(secret);
        Caches elsewhere = replica(
                DATABASE.entries(), Duration.ofSeconds(2), Optional.of(TestSecrets.of("another key".repeat(4))));
        assertThat(elsewhere.open(spec().sealed()).get(question, this::ask).cached())
                .isFalse();
    }

    @Test
    void what_is_secret_stays_in_its_process_where_there_is_no_key() {
        Caches without = replica(DATABASE.entries(), Duration.ofSeconds(2), Optional.empty());
        SharedCache<Answer> cache = without.open(spec().sealed());
        cache.get(question, this::ask);

        assertThat(cache.get(question, this::ask).cached()).isTrue();
        assertThat(without.open(spec().sealed()).get(question, this::ask).cached())
                .isFalse();
    }

    @Test
    void what_another_release_has_kept_in_another_shape_is_not_there() {
        EntryKey key = new CacheKeys(spec(), new byte[0]).of(EntryKey.EVERYBODY, question);
        var other = new EntryBody<>(CacheSpec.of("answers", 1, Other.class, LONG), null);
        String token = UUID.randomUUID().toString();
        DATABASE.entries().look(key, token, LONG);
        DATABASE.entries().keep(key, token, other.write(key, new Other("text", "more"), LONG), LONG);

        assertThat(cache(it -> it).get(question, this::ask).cached()).isFalse();
        assertThat(cache(it -> it).get(question, this::ask).cached()).isTrue();
    }

    @Test
    void without_the_others_a_replica_keeps_answers_to_itself() {
        Outage outage = new Outage("away", "back", System::nanoTime);
        SharedCache<Answer> cache = replica(
                        new GuardedEntries(new Unreachable(), outage), Duration.ofSeconds(2), Optional.empty())
                .open(spec());

        assertThat(cache.get(question, this::ask).cached()).isFalse();
        assertThat(cache.get(question, this::ask).cached()).isTrue();
        assertThat(outage.isOn()).isTrue();
    }

    @Test
    void hits_and_misses_are_counted_with_what_was_saved() {
        SharedCache<Answer> cache = cache(it -> it.costing(_ -> 0.25));
        cache.get(question, this::ask);
        cache.get(question, this::ask);
        cache.get(question, this::ask);

        assertThat(requests("miss")).isEqualTo(1);
        assertThat(requests("hit")).isEqualTo(2);
        assertThat(meters.get("parley.cache.saved.usd").counter().count()).isEqualTo(0.5);
    }

    private double requests(String result) {
        return meters.get("parley.cache.requests")
                .tags("cache", "answers", "result", result)
                .counter()
                .count();
    }

    private static <R> R as(Principal owner, Supplier<R> work) {
        try (TenantScope _ = TenantScope.of(owner)) {
            return work.get();
        }
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
