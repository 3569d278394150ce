package dev.parley.chat.turn;

import dev.parley.chat.access.Loss;
import dev.parley.chat.stream.StreamCut;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.stream.TurnStream;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for the end of a turn, for as long as turns may take. */
@Component
public class WholeAnswer {
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final String BUDGET_EXCEEDED = "budget_exceeded";

    private final Clock clock;
    private final TurnSettings settings;
    private final ShownEnds ends;
    private final StreamWatch watch;

    WholeAnswer(Clock clock, TurnSettings settings, ShownEnds ends, StreamWatch watch) {
        this.watch = watch;
        this.clock = clock;
        this.settings = settings;
        this.ends = ends;
    }

    /**
     * What its last event says; closes it.
     *
     * @throws ProblemException when the turn ended without an answer, or cannot be followed to its end here
     */
    public MessageEnd await(Accepted accepted, Principal reader) {
        try (accepted;
                var _ = watch.over(accepted.turn(), reader, accepted.stream())) {
            return await(accepted.turn(), accepted.stream());
        }
    }

    private MessageEnd await(Turn turn, TurnStream stream) {
        try {
            StreamEvent last = lastOf(stream, turn);
            ends.note(turn, last);
            if (last.name().equals("error")) {
                throw failed(turn, WireJson.read(last.data(), TurnError.class));
            }
            return WireJson.read(last.data(), MessageEnd.class);
        } catch (StreamCut cut) {
            throw goesOn(turn, cut);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw goesOn(turn, e);
        }
    }

    private StreamEvent lastOf(TurnStream stream, Turn turn) throws InterruptedException {
        long end = System.nanoTime() + patience(turn).toNanos();
        StreamEvent event = stream.next(Duration.ofNanos(end - System.nanoTime()));
        while (event == null || !event.last()) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (!left.isPositive()) {
                throw goesOn(turn, null);
            }
            event = stream.next(left);
        }
        return event;
    }

    /** What is left of the turn's own time, and a margin; so a repeat that joins late waits for the margin at least. */
    private Duration patience(Turn turn) {
        Duration whole = settings.timeToLive().plus(settings.deadline());
        Duration left = whole.minus(Duration.between(turn.createdAt(), clock.instant()));
        Duration bounded = left.compareTo(whole) > 0 ? whole : left;
        return bounded.isNegative() ? settings.margin() : bounded.plus(settings.margin());
    }

    private static ProblemException failed(Turn turn, TurnError error) {
        if (Loss.isCodeOfOne(error.code())) {
            return ProblemException.notFound("conversation");
        }
        var problem = new ProblemException(codeOf(error), error.detail())
                .with("turn_id", turn.id().toString())
                .with("conversation_id", turn.conversation().toString())
                .with("error_code", error.code())
                .with("retryable", error.retryable());
        return error.retryable() ? problem.retryAfter(RETRY) : problem;
    }

    private static ProblemCode codeOf(TurnError error) {
        return error.code().equals(BUDGET_EXCEEDED) ? ProblemCode.BUDGET_EXCEEDED : ProblemCode.TURN_FAILED;
    }

    private static ProblemException goesOn(Turn turn, @Nullable Exception cause) {
        return new ProblemException(
                        ProblemCode.DEPENDENCY_UNAVAILABLE,
                        "The turn goes on, but this connection cannot wait for it: follow its stream, or ask again with"
                                + " the same Idempotency-Key.",
                        cause)
                .with("turn_id", turn.id().toString())
                .with("stream", "/api/chat/turns/" + turn.id() + "/stream")
                .retryAfter(RETRY);
    }
}
