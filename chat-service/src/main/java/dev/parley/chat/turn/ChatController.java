package dev.parley.chat.turn;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Callers;
import dev.parley.platform.security.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Chat")
class ChatController {
    private final Acceptance acceptance;
    private final Callers callers;
    private final WholeAnswer whole;
    private final SseAnswer sse;

    ChatController(Acceptance acceptance, Callers callers, WholeAnswer whole, SseAnswer sse) {
        this.acceptance = acceptance;
        this.callers = callers;
        this.whole = whole;
        this.sse = sse;
    }

    @PostMapping("/api/chat")
    @Open
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "session_header")
    @SecurityRequirement(name = "session_query")
    @Operation(
            summary = "Ask a question and have it answered",
            description = "The answer streams as server-sent events (message_start, delta, tool_call, tool_result,"
                    + " waiting, message_end, error), or comes whole as JSON: as `stream` says, else as `Accept` says. When another turn"
                    + " of the conversation is running, `on_busy` decides: `enqueue` waits for it (429 when 20 do already),"
                    + " `reject` is 409, `interrupt` cancels what runs and waits, then runs (429 when 40 have not ended). A stream that ends with `error`"
                    + " and `conversation_deleted` or `access_revoked` cannot be resumed; one that ends with `lost` had no"
                    + " outcome 20 minutes after it was asked. A `tool_call` that comes again with `status: running` tells by"
                    + " `progress` how far it is; calls that another assistant makes for a call name it as"
                    + " `parent_tool_call_id`. What the tool of `tool_id` streams comes as `delta`s.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ChatAnswer.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "202",
            description =
                    "JSON only: there is no answer before somebody has decided about tool calls that need approval. Decide"
                            + " at `decide_at`, then follow `stream`, or ask again with the same key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = WaitingAnswer.class)))
    @ApiResponse(
            responseCode = "503",
            description =
                    "Nothing was accepted: ask again, with the same key. With a `turn_id` in it (JSON only): the turn"
                            + " goes on, and can be followed at `stream`",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @Nullable
    ResponseEntity<?> chat(
            @Valid @RequestBody ChatRequest asked,
            @Nullable IdempotencyKey idempotencyKey,
            HttpServletRequest request,
            HttpServletResponse response) {
        Caller caller = callers.of(request, asked.sessionId());
        Principal owner = caller.principal();
        boolean streams = AnswerForm.streams(asked.stream(), request.getHeader(HttpHeaders.ACCEPT), caller);
        Accepted accepted =
                acceptance.accept(owner, asked.asked(), idempotencyKey).announce(response);
        if (streams) {
            sse.begin(new Reading(accepted.turn(), owner, accepted.stream(), Rendering.AS_IT_IS), request, response);
            return null;
        }
        return switch (whole.hear(accepted, owner)) {
            case Heard.Answer(MessageEnd end) -> json(HttpStatus.OK, ChatAnswer.of(accepted.turn(), end));
            case Heard.Question question -> json(HttpStatus.ACCEPTED, WaitingAnswer.of(accepted.turn(), question));
        };
    }

    private static ResponseEntity<?> json(HttpStatus status, Record answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }
}
