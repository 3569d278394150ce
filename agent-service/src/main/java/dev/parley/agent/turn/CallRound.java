package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.ToolCallStatus;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one step: announced, journaled, run side by side, and journaled again. What an earlier attempt has done is not
 * done again.
 */
final class CallRound {
    private record Ended(Call call, CallEnd end) {}

    private final CallMeans means;
    private final Voices voices;
    private final Delegation delegation;
    private final Map<Call, CallEnd> ends = new LinkedHashMap<>();
    private final List<Call> first = new ArrayList<>();
    private final List<Call> again = new ArrayList<>();
    /** Tasks that were handed over of which it is known how they ended, and not what was done for them. */
    private final Set<Call> known = new HashSet<>();

    private final List<ApprovalWanted> waiting = new ArrayList<>();
    private @Nullable RuntimeException failure;

    CallRound(CallMeans means, Voices voices, Delegation delegation) {
        this.means = means;
        this.voices = voices;
        this.delegation = delegation;
    }

    Map<Call, CallEnd> run(List<Call> calls) throws InterruptedException {
        for (Call call : calls) {
            ends.put(call, CallEnd.of(call.unknown()));
            begin(call);
        }
        if (!first.isEmpty()) {
            means.journal().recordStarts(first.stream().map(Call::effect).toList());
        }
        makeSideBySide();
        if (failure != null) {
            throw failure;
        }
        if (!waiting.isEmpty()) {
            means.stream().awaitConfirmation();
            throw ApprovalWanted.of(waiting);
        }
        means.agreement().readResultsOf(calls);
        return ends;
    }

    private void begin(Call call) {
        JournaledCall journaled = means.journal().call(call.effect()).orElse(null);
        ToolOutcome.Failure tooMany = means.quota().take(call).orElse(null);
        switch (journaled) {
            case null ->
                beginFirst(
                        call, tooMany == null ? means.agreement().to(call) : new Agreement.Standing.Refused(tooMany));
            case JournaledCall.Finished finished -> tellAgain(call, finished);
            case JournaledCall.Started() -> beginAgain(call);
        }
    }

    private void beginFirst(Call call, Agreement.Standing standing) {
        boolean waits = standing instanceof Agreement.Standing.Waiting;
        means.stream().write(call.announcement(waits ? ToolCallStatus.WAITING_APPROVAL : null));
        switch (standing) {
            case Agreement.Standing.Waiting(var left) -> waiting.add(new ApprovalWanted(List.of(call), left));
            case Agreement.Standing.Refused(ToolOutcome.Failure why) -> end(call, CallEnd.of(call.ended(why, 0)));
            case Agreement.Standing.Free() -> first.add(call);
        }
    }

    private void tellAgain(Call call, JournaledCall.Finished finished) {
        means.stream().write(call.announcement(null));
        if (finished.said() != null) {
            voices.repeat(finished.said());
        }
        if (call.prepared() instanceof Handover) {
            ends.put(call, CallEnd.of(finished.outcome()));
            known.add(call);
            again.add(call);
        } else {
            show(call, new CallEnd(finished.outcome(), List.of(), finished.said()));
        }
    }

    private void beginAgain(Call call) {
        means.stream().write(call.announcement(null));
        if (call.prepared().effect().repeatable()) {
            again.add(call);
        } else {
            end(call, CallEnd.of(call.unknown()));
        }
    }

    private void makeSideBySide() throws InterruptedException {
        var cancelled = new CompletableFuture<Void>();
        means.cancellation().onRequest(() -> cancelled.complete(null));
        // Closed when all have ended: an assistant must not go on with what another attempt may be at by then.
        try (ExecutorService threads = Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor())) {
            try {
                var running = new ExecutorCompletionService<Ended>(threads);
                first.forEach(call -> running.submit(() -> make(call, cancelled)));
                again.forEach(call -> running.submit(() -> make(call, cancelled)));
                for (int left = first.size() + again.size(); left > 0; left--) {
                    take(running.take());
                }
            } finally {
                cancelled.complete(null);
                threads.shutdownNow();
            }
        }
    }

    private Ended make(Call call, CompletableFuture<Void> cancelled) throws InterruptedException {
        long begun = System.nanoTime();
        if (call.prepared() instanceof Handover handover) {
            Delegation.Done done = delegation.handOver(call, handover, known.contains(call));
            return new Ended(call, new CallEnd(call.ended(done.outcome(), millisSince(begun)), done.calls(), null));
        }
        CallVoice voice = voices.of(call);
        ToolOutcome outcome =
                call.prepared().run(new ToolInvocation(call.effect().toString(), means.deadline(), cancelled, voice));
        String said = voice.end();
        return new Ended(call, new CallEnd(record(call, outcome, millisSince(begun)), List.of(), said));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** Whether what changes something has done so is not known when its tool has not said how it ended. */
    private static ToolCallRecord record(Call call, ToolOutcome outcome, long durationMs) {
        boolean unheard = outcome instanceof ToolOutcome.Failure failure && failure.isUnheard();
        return unheard && call.prepared().effect().changes() ? call.unknown() : call.ended(outcome, durationMs);
    }

    /** One that has to wait, or cannot go on now, keeps the others from nothing. */
    private void take(Future<Ended> made) throws InterruptedException {
        try {
            Ended ended = made.get();
            if (known.contains(ended.call())) {
                ToolCallRecord outcome =
                        ends.getOrDefault(ended.call(), ended.end()).record();
                show(ended.call(), new CallEnd(outcome, ended.end().within(), null));
            } else {
                end(ended.call(), ended.end());
            }
        } catch (ExecutionException e) {
            breakOff(e.getCause());
        }
    }

    private void breakOff(@Nullable Throwable why) {
        switch (why) {
            case ApprovalWanted wanted -> waiting.add(wanted);
            case RuntimeException e when failure == null -> failure = e;
            case RuntimeException e -> failure.addSuppressed(e);
            case null, default -> throw new IllegalStateException("A call never throws this", why);
        }
    }

    private void end(Call call, CallEnd end) {
        means.journal().recordOutcome(call.effect(), new JournaledCall.Finished(end.record(), end.said()));
        show(call, end);
    }

    private void show(Call call, CallEnd end) {
        ends.put(call, end);
        means.stream().write(call.result(end.record()));
    }
}
