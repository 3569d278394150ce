package dev.parley.agent.knowledge;

import dev.parley.platform.security.Caller;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/knowledge/search")
@Tag(name = "Knowledge")
class SearchController {
    private static final int USUAL = 5;
    private static final int MOST = 50;

    private final Knowledge knowledge;

    SearchController(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Schema(name = "KnowledgeQuery")
    record Query(
            @NotBlank @Size(max = 2000) String query,

            @Min(1) @Max(MOST) @Schema(defaultValue = "5") @Nullable
            Integer limit) {}

    @Schema(name = "Passage")
    record Found(
            UUID documentId,
            String title,

            @Schema(description = "Its place in the document, from 0")
            int chunk,

            @Schema(description = "Similarity to the query", minimum = "0", maximum = "1")
            double score,

            String snippet) {
        static Found of(Passage passage) {
            return new Found(passage.document(), passage.title(), passage.chunk(), passage.score(), passage.snippet());
        }
    }

    @PostMapping
    @Operation(
            summary = "Search one's documents",
            description = "By meaning and by words at once, best first; all on one page.")
    Page<Found> search(@Valid @RequestBody Query query, Caller.User caller) {
        int limit = query.limit() == null ? USUAL : query.limit();
        return new Page<>(
                knowledge.search(caller.principal(), query.query(), limit).stream()
                        .map(Found::of)
                        .toList(),
                null);
    }
}
