package dev.parley.location.cache;

import dev.parley.platform.messaging.UnreadableEvent;
import dev.parley.platform.messaging.WireJson;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks only what was not asked lately. No connection is held while somebody is asked. Thread-safe. */
@Component
public class AnswerCache {
    private final CachedAnswers answers;
    private final CacheSettings settings;
    private final Counter hits;
    private final Counter misses;

    AnswerCache(CachedAnswers answers, CacheSettings settings, MeterRegistry meters) {
        this.answers = answers;
        this.settings = settings;
        this.hits = requests(meters, "hit");
        this.misses = requests(meters, "miss");
    }

    private static Counter requests(MeterRegistry meters, String result) {
        return Counter.builder("parley.location.cache")
                .description("Questions about places, by whether the answer was there already")
                .tag("result", result)
                .register(meters);
    }

    /**
     * The kept answer, or a new one, which is then kept. An asker that fails leaves nothing behind.
     *
     * @param type a public record that JSON can hold
     */
    public <T> Cached<T> get(CacheKey key, Class<T> type, Supplier<T> ask) {
        Optional<T> kept = answers.find(key).flatMap(answer -> read(answer, type));
        if (kept.isPresent()) {
            hits.increment();
            return new Cached<>(kept.get(), true);
        }
        misses.increment();
        T answer = ask.get();
        answers.put(key, WireJson.write(answer), settings.timeToLive());
        return new Cached<>(answer, false);
    }

    /** Another release may have kept it in another shape: then it is as if it were not there, and is replaced. */
    private static <T> Optional<T> read(byte[] answer, Class<T> type) {
        try {
            return Optional.of(WireJson.read(answer, type));
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    @Scheduled(fixedDelayString = "${parley.location.cache.sweep}")
    void sweep() {
        answers.deleteExpired();
    }
}
