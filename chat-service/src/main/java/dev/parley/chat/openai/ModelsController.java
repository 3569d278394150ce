package dev.parley.chat.openai;

import dev.parley.chat.catalog.Catalog;
import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
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

    private static List<ListedModel> listed(AgentCatalog offered) {
        long since = offered.publishedAt().getEpochSecond();
        Stream<String> names = offered.models().stream().filter(name -> !name.endsWith(":*"));
        Stream<ListedModel> models = Stream.concat(Stream.of(Questions.DEFAULT_MODEL, offered.defaultModel()), names)
                .distinct()
                .map(name -> new ListedModel(name, "model", since, name.split(":", 2)[0]));
        Stream<ListedModel> assistants =
                offered.assistantIds().stream().map(id -> new ListedModel(id, "model", since, OURS));
        return Stream.concat(models, assistants).toList();
    }
}
