package dev.parley.chat.openai;

import dev.parley.chat.catalog.Catalog;
import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/v1/models")
@Tag(name = "OpenAI")
class ModelsController {
    private static final String OURS = "parley";

    /** As their API lists them. */
    @Schema(name = "ModelList")
    record ModelList(String object, List<ListedModel> data) {}

    /** @param created seconds since 1970 */
    @Schema(name = "Model")
    record ListedModel(String id, String object, long created, String ownedBy) {}

    private final Catalog catalog;

    ModelsController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    @Operation(
            summary = "The models that may be asked for",
            description = "`default` is the one that answers who names none. Of a provider that takes any name, such as"
                    + " `openai:NAME`, only the default is listed. Assistants are models too: `researcher` answers with its own prompt"
                    + " and tools.")
    @ApiResponse(responseCode = "200", description = "All of them, on one page")
    @ApiResponse(responseCode = "429", description = "Too many requests")
    ModelList models(Caller.User caller) {
        return new ModelList(
                "list", catalog.offered().map(ModelsController::listed).orElse(List.of()));
    }

    @GetMapping("/{*model}")
    @Operation(
            summary = "A model that may be asked for",
            description = "Also one of a provider that takes any name, which is not listed.")
    @ApiResponse(responseCode = "200", description = "The model")
    @ApiResponse(responseCode = "404", description = "There is no such model (`model_not_found`)")
    @ApiResponse(responseCode = "429", description = "Too many requests")
    ListedModel model(@PathVariable("model") String path, Caller.User caller) {
        String name = path.substring(1);
        AgentCatalog known = catalog.offered()
                .orElseThrow(() -> new ProblemException(
                                ProblemCode.DEPENDENCY_UNAVAILABLE, "It is not known yet which models there are.")
                        .retryAfter(Duration.ofSeconds(2)));
        return Optional.of(known)
                .filter(offered -> name.equals(Questions.DEFAULT_MODEL)
                        || offered.assistantIds().contains(name)
                        || offered.offersModel(name))
                .map(offered -> listed(offered, name))
                .orElseThrow(() -> Unsupported.noModel(name));
    }

    private static List<ListedModel> listed(AgentCatalog offered) {
        Stream<String> models = offered.models().stream().filter(name -> !name.endsWith(":*"));
        return Stream.of(
                        Stream.of(Questions.DEFAULT_MODEL, offered.defaultModel()),
                        models,
                        offered.assistantIds().stream())
                .flatMap(Function.identity())
                .distinct()
                .map(name -> listed(offered, name))
                .toList();
    }

    private static ListedModel listed(AgentCatalog offered, String name) {
        String owner = offered.assistantIds().contains(name) ? OURS : name.split(":", 2)[0];
        return new ListedModel(name, "model", offered.publishedAt().getEpochSecond(), owner);
    }
}
