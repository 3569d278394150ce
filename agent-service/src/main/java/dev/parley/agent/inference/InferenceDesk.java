package dev.parley.agent.inference;

import dev.parley.agent.inference.InferenceController.NewInference;
import dev.parley.agent.inference.InferenceJob.Wanted;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.idempotency.Answer;
import dev.parley.platform.idempotency.Idempotency;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes in what models are to be run on. */
@Component
class InferenceDesk {
    private static final String OPERATION = "POST /api/v1/inference/jobs";
    private static final Duration SOME_END = Duration.ofSeconds(10);

    private final InferenceJob jobs;
    private final InferenceProviders providers;
    private final Charges charges;
    private final Idempotency idempotency;
    private final InferenceSettings settings;

    InferenceDesk(
            InferenceJob jobs,
            InferenceProviders providers,
            Charges charges,
            Idempotency idempotency,
            InferenceSettings settings) {
        this.jobs = jobs;
        this.providers = providers;
        this.charges = charges;
        this.idempotency = idempotency;
        this.settings = settings;
    }

    /** Where to look how far it is. */
    record Accepted(UUID jobId) {}

    ResponseEntity<byte[]> take(Caller.User caller, @Nullable IdempotencyKey key, NewInference wanted) {
        ProviderName provider = wanted.provider();
        if (!provider.canHave(wanted.model())) {
            throw ProblemException.invalidField("model", "must be " + provider.accepts());
        }
        if (providers.find(provider).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.PROVIDER_NOT_CONFIGURED, "Models of " + provider.word() + " cannot be run here.");
        }
        String hash = idempotency.hash(OPERATION, wanted);
        return idempotency.once(caller, key, hash, () -> Answer.accepted(start(caller.principal(), wanted)));
    }

    private Accepted start(Principal owner, NewInference wanted) {
        if (charges.isSpent(owner)) {
            throw new ProblemException(ProblemCode.BUDGET_EXCEEDED, "What may be spent this month is spent.");
        }
        if (jobs.open(owner) >= settings.maxOpenJobs()) {
            throw new ProblemException(ProblemCode.TOO_MANY_JOBS, "Wait until some of the open jobs have ended.")
                    .retryAfter(SOME_END);
        }
        var input = WireJson.mapper().valueToTree(wanted.input());
        return new Accepted(jobs.start(owner, new Wanted(wanted.provider(), wanted.model(), input)));
    }
}
