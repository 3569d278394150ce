package dev.parley.agent.inference;

import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has predictions stopped that nobody wants any more. A provider that does not listen holds nobody up: predictions end by
 * themselves when their time is out.
 */
@Component
class Stopping {
    private static final Logger log = LoggerFactory.getLogger(Stopping.class);
    private static final int TRIES = 3;

    private final InferenceProviders providers;
    private final Predictions predictions;

    Stopping(InferenceProviders providers, Predictions predictions) {
        this.providers = providers;
        this.predictions = predictions;
    }

    void stop(UUID job) {
        predictions.find(job).ifPresent(this::stop);
    }

    void stop(BegunPrediction begun) {
        String id = begun.remoteId();
        if (id != null && begun.mayBeStopped()) {
            stop(begun.provider(), begun.model(), id);
        }
    }

    void stop(ProviderName name, String model, String id) {
        providers.find(name).ifPresent(provider -> {
            for (int tries = 0; tries < TRIES; tries++) {
                if (isStopped(provider, model, id)) {
                    return;
                }
            }
            log.warn("Prediction {} may go on at {} until its time is out", id, name.word());
        });
    }

    private static boolean isStopped(InferenceProvider provider, String model, String id) {
        try {
            provider.cancel(model, id);
            return true;
        } catch (PermanentFailure notThereAnyMore) {
            log.debug("There is nothing to stop of {}", id, notThereAnyMore);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RetryLater | IOException e) {
            log.info("Prediction {} was not stopped: {}", id, e.toString());
            return false;
        }
    }
}
