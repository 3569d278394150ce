package dev.parley.chat.turn;

import dev.parley.chat.access.Loss;
import dev.parley.chat.stream.StreamCut;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.chat.stream.TurnStream;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnWaiting;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
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
    private final Waits waits;
    private final StreamWatch watch;

    WholeAnswer(Clock clock, TurnSettings settings, ShownEnds ends, Waits waits, StreamWatch watch) {
        this.waits = waits;
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
        return endOf(accepted.turn(), last(accepted, reader, StreamEvent::last));
    }

    /** The same, but for no longer than until somebody has to decide about tool calls. */
    Heard hear(Accepted accepted, Principal reader) {
        Turn turn = accepted.turn();
        var calls = new AnnouncedCalls();
        StreamEvent last = last(accepted, reader, event -> {
            calls.note(event);
            return event.last() || (event.waits() && waits.hold(turn, event));
        });
        return last.waits()
                ? new Heard.Question(WireJson.read(last.data(), TurnWaiting.class), calls.waiting())
                : new Heard.Answer(endOf(turn, last));
    }

    private MessageEnd endOf(Turn turn, StreamEvent last) {
        ends.note(turn, last);
        if (last.name().equals("error")) {
            throw failed(turn, WireJson.read(last.data(), TurnError.class));
        }
        return WireJson.read(last.data(), MessageEnd.class);
    }

    private StreamEvent last(Accepted accepted, Principal reader, Predicate<StreamEvent> isLast) {
        Turn turn = accepted.turn();
        try (accepted;
                var _ = watch.over(turn, reader, accepted.stream())) {
            return lastOf(accepted.stream(), turn, isLast);
        } catch (StreamCut cut) {
            throw goesOn(turn, cut);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw goesOn(turn, e);
        }
    }

    private StreamEvent lastOf(TurnStream stream, Turn turn, Predicate<StreamEvent> isLast)
            throws InterruptedException {
        long end = System.nanoTime() + patience(turn).toNanos();
        StreamEvent event = stream.next(Duration.ofNanos(end - System.nanoTime()));
        while (event == null || !isLast.test(event)) {
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
