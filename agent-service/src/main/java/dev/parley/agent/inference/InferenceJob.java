package dev.parley.agent.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.agent.inference.Prediction.Ended;
import dev.parley.agent.inference.Prediction.Failed;
import dev.parley.agent.inference.Prediction.Succeeded;
import dev.parley.agent.job.JobDesk;
import dev.parley.agent.job.JobEnd;
import dev.parley.agent.job.JobKind;
import dev.parley.agent.job.JobRun;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Has a model of a provider run. What it costs is spent by its owner, when the job ends. */
@Component
final class InferenceJob extends JobKind<InferenceJob.Wanted> {
    /** Of one run: most ask once, but Modal may take its time to answer. */
    private static final WorkKind KIND = new WorkKind("inference", Duration.ofMinutes(5), 5, 200);

    private final PredictionCourse course;
    private final Predictions predictions;
    private final Stopping stopping;
    private final Charges charges;
    private final long maxOutput;

    record Wanted(ProviderName provider, String model, JsonNode input) {}

    /**
     * What the job answers with.
     *
     * @param seconds of computing, where the provider tells
     * @param costUsd where a second of it has a price
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Inferred(
            ProviderName provider,
            String model,
            JsonNode output,
            @Nullable BigDecimal seconds,
            @Nullable BigDecimal costUsd) {}

    InferenceJob(
            JobDesk desk,
            PredictionCourse course,
            Predictions predictions,
            Stopping stopping,
            Charges charges,
            InferenceSettings settings) {
        super(desk, KIND, Wanted.class);
        this.course = course;
        this.predictions = predictions;
        this.stopping = stopping;
        this.charges = charges;
        this.maxOutput = settings.maxOutput().toBytes();
    }

    @Override
    protected Inferred run(Wanted wanted, JobRun job) throws InterruptedException {
        Ended ended = course.end(wanted, job);
        BigDecimal cost = charges.cost(wanted.provider(), ended.computed()).orElse(null);
        var _ = job.write(() -> predictions.ended(job.id(), cost == null ? BigDecimal.ZERO : cost));
        return switch (ended) {
            case Failed failed -> throw new PermanentFailure(failed.code(), failed.detail());
            case Succeeded done -> {
                requireToFit(done.output());
                yield new Inferred(
                        wanted.provider(),
                        wanted.model(),
                        done.output(),
                        Charges.seconds(done.computed()).orElse(null),
                        cost);
            }
        };
    }

    private void requireToFit(JsonNode output) {
        if (WireJson.write(output).length > maxOutput) {
            throw new PermanentFailure(
                    ProviderHttp.TOO_LARGE,
                    "The output has more than " + maxOutput + " bytes, the most that are kept.");
        }
    }

    @Override
    protected void abandon(UUID job) {
        stopping.stop(job);
    }

    @Override
    protected void ended(UUID job, JobEnd end) {
        predictions.remove(job).ifPresent(charges::spend);
    }
}
