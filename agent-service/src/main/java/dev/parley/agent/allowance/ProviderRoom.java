package dev.parley.agent.allowance;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.model.Model;
import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.RequestTokens;
import dev.parley.agent.model.TokenEstimate;
import dev.parley.platform.work.Permits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Room at providers: a place among the answers that one gives at once, and tokens of its minute, both shared by all
 * replicas. Costs nothing where no limit is configured. Thread-safe.
 */
@Component
@EnableConfigurationProperties(TokenRateSettings.class)
public final class ProviderRoom {
    /** Nobody knows how long an answer gets before it is there. */
    private static final int ANSWER_TOKENS = 500;

    private static final Duration EMBEDDING_PATIENCE = Duration.ofSeconds(3);

    private final Permits permits;
    private final Map<String, TokenRate> rates;

    ProviderRoom(Permits permits, TokenRateSettings settings, TokenBuckets buckets) {
        this.permits = permits;
        this.rates = settings.tokensPerMinute().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        name -> new TokenRate(name, settings.tokensPerMinute().getOrDefault(name, 1), buckets)));
    }

    /** Asks a model. */
    @FunctionalInterface
    public interface Asking {
        ModelReply ask() throws InterruptedException;
    }

    /**
     * Asks when there is room, for what is no turn.
     *
     * @throws dev.parley.platform.work.RetryLater when there is none in time, which is not counted as a failure
     */
    public ModelReply in(Model model, ModelRequest request, Duration patience, Asking asking)
            throws InterruptedException {
        try (Room room = enter(model, request, patience)) {
            ModelReply reply = asking.ask();
            room.used(reply.inputTokens() + reply.outputTokens());
            return reply;
        }
    }

    /**
     * Has texts embedded when there is room.
     *
     * @throws dev.parley.platform.work.RetryLater when there is none in time
     */
    Embedded embed(Embedder embedder, List<String> texts) throws InterruptedException {
        int estimate = texts.stream().mapToInt(TokenEstimate::of).sum();
        try (Room room = enter(embedder.model(), estimate, EMBEDDING_PATIENCE)) {
            Embedded embedded = embedder.embedAll(texts);
            room.used(embedded.tokens());
            return embedded;
        }
    }

    /** @throws dev.parley.platform.work.RetryLater when there is none in time, which is not counted as a failure */
    Room enter(Model model, ModelRequest request, Duration patience) throws InterruptedException {
        return enter(model.name(), RequestTokens.of(request) + ANSWER_TOKENS, patience);
    }

    private Room enter(String model, int wanted, Duration patience) throws InterruptedException {
        String provider = model.split(":", 2)[0];
        TokenReservation tokens = reserve(provider, wanted, patience);
        try {
            return new Room(tokens, permits.acquire("model:" + provider, patience));
        } catch (RuntimeException | InterruptedException e) {
            tokens.close();
            throw e;
        }
    }

    private TokenReservation reserve(String provider, int wanted, Duration patience) throws InterruptedException {
        TokenRate rate = rates.get(provider);
        return rate == null ? TokenReservation.UNLIMITED : rate.reserve(wanted, patience);
    }
}
