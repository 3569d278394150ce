package dev.parley.chat.openai;

import dev.parley.chat.turn.Acceptance;
import dev.parley.chat.turn.Accepted;
import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.SseAnswer;
import dev.parley.chat.turn.Turn;
import dev.parley.chat.turn.WholeAnswer;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/v1/chat/completions")
@Tag(name = "OpenAI")
class CompletionsController {
    private final Questions questions;
    private final Acceptance acceptance;
    private final WholeAnswer whole;
    private final SseAnswer sse;
    private final Leaving leaving;

    CompletionsController(
            Questions questions, Acceptance acceptance, WholeAnswer whole, SseAnswer sse, Leaving leaving) {
        this.questions = questions;
        this.acceptance = acceptance;
        this.whole = whole;
        this.sse = sse;
        this.leaving = leaving;
    }

    @PostMapping
    @Operation(
            summary = "Answer the next message, for clients of OpenAI's API",
            description =
                    "With an access token as the API key. The whole conversation comes along each time; what is asked"
                            + " and answered is stored as a conversation of its own, channel `api`. A system or developer message"
                            + " replaces our own prompt. With `tools`, the model may ask for these and for none of ours: the"
                            + " answer ends with `finish_reason: tool_calls`, and the client comes again with the results. A stream"
                            + " whose client leaves is cancelled. With `Idempotency-Key`, a repeat joins the first answer. Sampling"
                            + " parameters other than `temperature` have no effect.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer; with `stream: true` in chunks, the last of which is `[DONE]`",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Completion.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "400", description = "Something that is not supported here, such as an image")
    @ApiResponse(responseCode = "429", description = "Too many requests")
    @Nullable
    ResponseEntity<Completion> complete(
            @Valid @RequestBody CompletionRequest asked,
            @Nullable IdempotencyKey idempotencyKey,
            Caller.User caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Accepted accepted = acceptance
                .accept(caller.principal(), questions.of(asked), idempotencyKey)
                .announce(response);
        String model = questions.modelOf(asked.model());
        if (asked.streams()) {
            sse.begin(reading(accepted, asked, model, caller), request, response);
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Completion.of(accepted.turn(), model, whole.await(accepted, caller.principal())));
    }

    private Reading reading(Accepted accepted, CompletionRequest asked, String model, Caller.User caller) {
        Turn turn = accepted.turn();
        var head = new CompletionRendering.Head(
                Completion.idOf(turn), turn.createdAt().getEpochSecond(), model);
        var rendering = new CompletionRendering(head, asked.includesUsage(), () -> leaving.cancel(turn));
        return new Reading(turn, caller.principal(), accepted.stream(), rendering);
    }
}
