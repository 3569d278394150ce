package dev.parley.agent.inference;

import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inference/jobs")
@Tag(name = "Inference", description = "Any model of a provider, run as a job")
class InferenceController {
    private final InferenceDesk desk;

    InferenceController(InferenceDesk desk) {
        this.desk = desk;
    }

    @Schema(name = "NewInference")
    record NewInference(
            @NotNull ProviderName provider,

            @Schema(
                    description =
                            "Replicate: `owner/name`, `owner/name:version` or the id of a version; RunPod: the id of an"
                                    + " endpoint; Modal: the name of a web endpoint",
                    example = "black-forest-labs/flux-schnell")
            @NotBlank
            String model,

            @Schema(description = "As the model wants it", example = "{\"prompt\": \"a lighthouse at dusk\"}") @NotNull
            Map<String, @Nullable Object> input) {}

    @PostMapping
    @Operation(
            summary = "Have a model run",
            description =
                    "The job (`GET /api/v1/jobs/{id}`, kind `inference`) tells how far it is; its result is `{provider,"
                            + " model, output, seconds, cost_usd}`. To cancel it stops it at the provider too. It is begun there"
                            + " once: where nobody can know whether it was, it fails as `outcome_unknown`. 503"
                            + " `provider_not_configured` for a provider without a key, 402 `budget_exceeded` when what may be"
                            + " spent is spent, 429 `too_many_jobs`.")
    @ApiResponse(
            responseCode = "202",
            description = "It will be run",
            content = @Content(schema = @Schema(implementation = InferenceDesk.Accepted.class)))
    ResponseEntity<byte[]> start(
            Caller.User caller, @Nullable IdempotencyKey key, @Valid @RequestBody NewInference wanted) {
        return desk.take(caller, key, wanted);
    }
}
