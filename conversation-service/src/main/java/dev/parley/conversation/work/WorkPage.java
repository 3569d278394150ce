package dev.parley.conversation.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.work.WorkView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the work of all services.
 *
 * @param nextCursor of the page behind it; null on the last one
 */
@Schema(name = "WorkPage")
@JsonInclude(JsonInclude.Include.ALWAYS)
record WorkPage(
        List<WorkView> items,
        @Nullable String nextCursor,

        @Schema(description = "Services that did not answer: their work is missing here")
        List<String> unavailableServices) {}
