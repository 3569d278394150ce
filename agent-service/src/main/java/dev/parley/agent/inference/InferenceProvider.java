package dev.parley.agent.inference;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Somebody who runs models. Thread-safe. */
interface InferenceProvider {
    ProviderName name();

    /**
     * Begins a prediction, which costs money.
     *
     * @throws dev.parley.platform.work.RetryLater when surely none was begun, and one may be later
     * @throws dev.parley.platform.work.PermanentFailure when none will be, or nobody knows
     * @throws IOException when the connection broke: unless it was never there, nobody knows
     */
    Prediction begin(String model, JsonNode input) throws IOException, InterruptedException;

    /**
     * Looks how far it is.
     *
     * @param id as {@link Prediction.Running} has it
     * @throws dev.parley.platform.work.RetryLater when the provider does not say so now
     * @throws dev.parley.platform.work.PermanentFailure when the provider does not know it any more
     */
    Prediction look(String model, String id) throws IOException, InterruptedException;

    /** Has it stopped. To cancel one that has ended changes nothing. */
    void cancel(String model, String id) throws IOException, InterruptedException;
}
