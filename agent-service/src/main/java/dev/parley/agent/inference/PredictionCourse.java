package dev.parley.agent.inference;

import dev.parley.agent.inference.InferenceJob.Wanted;
import dev.parley.agent.job.JobRun;
import dev.parley.platform.work.Paused;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How a prediction goes on: begun at the first run, once, and looked at by the next ones. That one is about to be begun is
 * stored first, its id at once after: whoever finds the one without the other does not begin it again.
 */
@Component
class PredictionCourse {
    private static final Duration UNTIL_REACHABLE = Duration.ofSeconds(5);
    private static final int SHARE_OF_AGE = 10;

    private final InferenceProviders providers;
    private final Predictions predictions;
    private final Stopping stopping;
    private final InferenceSettings settings;

    PredictionCourse(
            InferenceProviders providers, Predictions predictions, Stopping stopping, InferenceSettings settings) {
        this.providers = providers;
        this.predictions = predictions;
        this.stopping = stopping;
        this.settings = settings;
    }

    /**
     * What it came to.
     *
     * @throws Paused while it has not ended
     */
    Prediction.Ended end(Wanted wanted, JobRun job) throws InterruptedException {
        InferenceProvider provider = providers
                .find(wanted.provider())
                .orElseThrow(() -> new PermanentFailure("provider_not_configured", "The provider is gone."));
        boolean first = job.write(() -> predictions.add(job.id(), wanted.provider(), wanted.model()));
        if (first) {
            return ended(begin(provider, wanted, job), Duration.ZERO, job);
        }
        BegunPrediction begun = predictions.find(job.id()).orElseThrow(PredictionCourse::unknown);
        return ended(look(provider, begun), begun.age(), job);
    }

    private Prediction.Ended ended(Prediction now, Duration age, JobRun job) {
        return switch (now) {
            case Prediction.Ended ended -> ended;
            case Prediction.Running running -> {
                job.progress(running.fraction(), running.stage());
                throw new Paused("the prediction is " + running.stage(), pause(age));
            }
        };
    }

    private Prediction begin(InferenceProvider provider, Wanted wanted, JobRun job) throws InterruptedException {
        Prediction begun = ask(provider, wanted, job);
        if (begun instanceof Prediction.Running running) {
            try {
                var _ = job.write(() -> predictions.begun(job.id(), running.id()));
            } catch (RuntimeException notKept) {
                stopping.stop(wanted.provider(), wanted.model(), running.id());
                throw notKept;
            }
        }
        return begun;
    }

    private Prediction ask(InferenceProvider provider, Wanted wanted, JobRun job) throws InterruptedException {
        try {
            return provider.begin(wanted.model(), wanted.input());
        } catch (RetryLater notTaken) {
            throw notBegun(job, notTaken);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw notBegun(job, new RetryLater("the provider cannot be reached", UNTIL_REACHABLE, e));
        } catch (IOException e) {
            throw new PermanentFailure(ProviderAnswer.OUTCOME_UNKNOWN, ProviderAnswer.NOBODY_KNOWS, e);
        }
    }

    private RetryLater notBegun(JobRun job, RetryLater why) {
        var _ = job.write(() -> predictions.remove(job.id()));
        return why;
    }

    private Prediction look(InferenceProvider provider, BegunPrediction begun) throws InterruptedException {
        String id = begun.remoteId();
        if (id == null) {
            throw unknown();
        }
        if (begun.age().compareTo(settings.timeout()) > 0) {
            throw new PermanentFailure("prediction_timeout", "It took too long.");
        }
        try {
            return provider.look(begun.model(), id);
        } catch (RetryLater busy) {
            throw new Paused(
                    String.valueOf(busy.getMessage()), busy.after() == null ? pause(begun.age()) : busy.after());
        } catch (IOException e) {
            throw new Paused("the provider cannot be asked: " + e.getMessage(), pause(begun.age()));
        }
    }

    /** The longer it has taken, the less it matters to know its end at once. */
    private Duration pause(Duration age) {
        Duration share = age.dividedBy(SHARE_OF_AGE);
        Duration atLeast = share.compareTo(settings.firstPause()) < 0 ? settings.firstPause() : share;
        return atLeast.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : atLeast;
    }

    private static PermanentFailure unknown() {
        return new PermanentFailure(
                ProviderAnswer.OUTCOME_UNKNOWN,
                "A replica died while it was being begun, and nobody knows whether it was. It is not begun again.");
    }
}
