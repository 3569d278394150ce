package dev.parley.agent.tool;

import dev.parley.agent.tool.ToolOutcome.Failure;
import io.opentelemetry.context.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a call on a thread of its own, so that it ends when its time is up or nobody wants it, whatever the tool does. */
@Component
final class ToolRunner {
    private static final Logger log = LoggerFactory.getLogger(ToolRunner.class);
    private static final Failure CANCELLED = new Failure(Failure.CANCELLED, "The call was cancelled.");

    private final Clock clock;

    ToolRunner(Clock clock) {
        this.clock = clock;
    }

    /** Makes a call. */
    interface Making {
        ToolOutcome of(ToolInvocation invocation) throws Exception;
    }

    ToolOutcome run(ToolDescription tool, Making making, ToolInvocation invocation) {
        var utterances = new Utterances(invocation.output());
        ToolInvocation heard = invocation.heardBy(utterances);
        return utterances.end(run(tool, () -> making.of(heard), heard));
    }

    private ToolOutcome run(ToolDescription tool, Callable<ToolOutcome> call, ToolInvocation invocation) {
        Duration time = time(tool, invocation);
        if (invocation.isCancelled() || !time.isPositive()) {
            return invocation.isCancelled() ? CANCELLED : tooLate(tool);
        }
        var ended = new CompletableFuture<ToolOutcome>();
        var task = new FutureTask<Void>(() -> end(tool, call, ended), null);
        Thread.ofVirtual().name("tool " + tool.toolId()).start(Context.current().wrap(task));
        try {
            return await(CompletableFuture.anyOf(ended, invocation.cancelled()), ended, time);
        } catch (TimeoutException e) {
            return tooLate(tool);
        } finally {
            task.cancel(true);
        }
    }

    private Duration time(ToolDescription tool, ToolInvocation invocation) {
        Duration left = Duration.between(clock.instant(), invocation.deadline());
        return left.compareTo(tool.timeout()) < 0 ? left : tool.timeout();
    }

    private static void end(ToolDescription tool, Callable<ToolOutcome> call, CompletableFuture<ToolOutcome> ended) {
        try {
            ended.complete(call.call());
        } catch (InterruptedException e) {
            // Told to stop: whoever did so knows.
            ended.complete(CANCELLED);
        } catch (Throwable e) {
            // Also an error, such as a class that cannot be loaded: somebody waits for this end.
            log.atWarn().addKeyValue("tool", tool.toolId()).setCause(e).log("A tool failed");
            ended.complete(new Failure(Failure.BROKEN, "The tool “" + tool.name() + "” failed."));
        }
    }

    private static ToolOutcome await(CompletableFuture<?> first, CompletableFuture<ToolOutcome> ended, Duration time)
            throws TimeoutException {
        try {
            var _ = first.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANCELLED;
        } catch (ExecutionException e) {
            return CANCELLED;
        }
        return ended.getNow(CANCELLED);
    }

    private static Failure tooLate(ToolDescription tool) {
        return new Failure(Failure.TIMEOUT, "The tool “" + tool.name() + "” did not answer in time.");
    }
}
