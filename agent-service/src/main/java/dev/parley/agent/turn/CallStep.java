package dev.parley.agent.turn;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.contracts.turn.ToolCallStatus;
import dev.parley.platform.work.Cancellation;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The tool calls that a step asks for: announced, journaled, run side by side, and journaled again. What an earlier attempt
 * has done is not done again.
 */
final class CallStep {
    private record Ended(Call call, ToolOutcome outcome, long durationMs) {

        /** Whether what changes something has done so is not known when its tool has not said how it ended. */
        ToolCallRecord record() {
            boolean unheard = outcome instanceof ToolOutcome.Failure failure && failure.isUnheard();
            return unheard && call.prepared().effect().changes() ? call.unknown() : call.ended(outcome, durationMs);
        }
    }

    /** In one step. */
    static final int MOST_CALLS = 32;

    private static final ToolOutcome TOO_MANY = new ToolOutcome.Failure(
            "too_many_calls", "Only the first " + MOST_CALLS + " calls of a step are made. Ask again for this one.");

    private final Tools tools;
    private final FencedJournal journal;
    private final Agreement agreement;
    private final StreamWriter stream;
    private final Instant deadline;
    private final Cancellation cancellation;

    CallStep(
            Tools tools,
            FencedJournal journal,
            Agreement agreement,
            StreamWriter stream,
            Instant deadline,
            Cancellation cancellation) {
        this.tools = tools;
        this.journal = journal;
        this.agreement = agreement;
        this.stream = stream;
        this.deadline = deadline;
        this.cancellation = cancellation;
    }

    /** The calls that are made: the first of those that are asked for. */
    List<Call> prepare(TurnId turn, int step, List<ToolRequest> requests) {
        List<Call> calls = new ArrayList<>();
        for (ToolRequest request : requests.subList(0, Math.min(requests.size(), MOST_CALLS))) {
            var effect = new EffectId(turn, step, calls.size());
            calls.add(new Call(effect, request, tools.prepare(request.toolId(), request.arguments())));
        }
        return calls;
    }

    /** What the model reads of those that are not made. */
    static List<ModelMessage> refusals(List<ToolRequest> requests) {
        return requests.stream()
                .skip(MOST_CALLS)
                .<ModelMessage>map(
                        request -> new ModelMessage.ToolAnswer(request.id(), request.toolId(), TOO_MANY.forModel()))
                .toList();
    }

    /**
     * Each call with its end, in the order of the calls.
     *
     * @throws ApprovalWanted when all are done but those that somebody has to agree to
     */
    Map<Call, ToolCallRecord> run(List<Call> calls) throws InterruptedException {
        Map<Call, ToolCallRecord> ends = new LinkedHashMap<>();
        List<Call> missing = new ArrayList<>();
        Map<Call, Duration> waiting = new LinkedHashMap<>();
        for (Call call : calls) {
            ends.put(call, call.unknown());
            begin(call, ends, missing, waiting);
        }
        runSideBySide(missing, ends);
        if (!waiting.isEmpty()) {
            stream.awaitConfirmation();
            throw new ApprovalWanted(List.copyOf(waiting.keySet()), Collections.min(waiting.values()));
        }
        agreement.readResultsOf(calls);
        return ends;
    }

    private void begin(Call call, Map<Call, ToolCallRecord> ends, List<Call> missing, Map<Call, Duration> waiting) {
        JournaledCall journaled = journal.call(call.effect()).orElse(null);
        Agreement.Standing standing = journaled == null ? agreement.to(call) : new Agreement.Standing.Free();
        if (standing instanceof Agreement.Standing.Waiting(Duration left)) {
            stream.write(call.announcement(ToolCallStatus.WAITING_APPROVAL));
            waiting.put(call, left);
            return;
        }
        stream.write(call.announcement(null));
        switch (journaled) {
            case null -> beginFirst(call, standing, ends, missing);
            case JournaledCall.Finished(ToolCallRecord outcome) -> show(call, outcome, ends);
            case JournaledCall.Started() -> beginAgain(call, ends, missing);
        }
    }

    private void beginFirst(
            Call call, Agreement.Standing standing, Map<Call, ToolCallRecord> ends, List<Call> missing) {
        journal.recordStart(call.effect());
        if (standing instanceof Agreement.Standing.Refused(ToolOutcome.Failure why)) {
            ToolCallRecord outcome = call.ended(why, 0);
            journal.recordOutcome(call.effect(), outcome);
            show(call, outcome, ends);
        } else {
            missing.add(call);
        }
    }

    private void beginAgain(Call call, Map<Call, ToolCallRecord> ends, List<Call> missing) {
        if (call.prepared().effect().repeatable()) {
            missing.add(call);
        } else {
            journal.recordOutcome(call.effect(), call.unknown());
            show(call, call.unknown(), ends);
        }
    }

    private void runSideBySide(List<Call> calls, Map<Call, ToolCallRecord> ends) throws InterruptedException {
        var cancelled = new CompletableFuture<Void>();
        cancellation.onRequest(() -> cancelled.complete(null));
        ExecutorService threads = Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());
        try {
            var running = new ExecutorCompletionService<Ended>(threads);
            for (Call call : calls) {
                var _ = running.submit(() -> run(call, cancelled));
            }
            for (int left = calls.size(); left > 0; left--) {
                Ended ended = running.take().get();
                ToolCallRecord outcome = ended.record();
                journal.recordOutcome(ended.call().effect(), outcome);
                show(ended.call(), outcome, ends);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A tool call never throws", e);
        } finally {
            cancelled.complete(null);
            threads.shutdown();
        }
    }

    private Ended run(Call call, CompletableFuture<Void> cancelled) {
        long begun = System.nanoTime();
        ToolOutcome outcome =
                call.prepared().run(new ToolInvocation(call.effect().toString(), deadline, cancelled));
        return new Ended(call, outcome, (System.nanoTime() - begun) / 1_000_000);
    }

    private void show(Call call, ToolCallRecord outcome, Map<Call, ToolCallRecord> ends) {
        ends.put(call, outcome);
        stream.write(call.result(outcome));
    }
}
