package dev.parley.chat.turn;

import dev.parley.chat.stream.StreamKeepAlive;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Callers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private final SseAnswer sse;

    ChatController(Acceptance acceptance, Callers callers, StreamKeepAlive keepAlive) {
        this.acceptance = acceptance;
        this.callers = callers;
        this.sse = new SseAnswer(keepAlive.interval());
    }

    @PostMapping("/api/chat")
    @Operation(
            summary = "Ask a question and have it answered",
            description = "The answer streams as server-sent events (message_start, delta, tool_call, tool_result,"
                    + " message_end, error), or comes whole as JSON: as `stream` says, else as `Accept` says.")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ChatAnswer.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @Nullable
    ResponseEntity<ChatAnswer> chat(
            @Valid @RequestBody ChatRequest asked,
            @Nullable IdempotencyKey idempotencyKey,
            HttpServletRequest request,
            HttpServletResponse response) {
        Principal owner = callers.of(request, asked.sessionId()).principal();
        boolean streams = AnswerForm.streams(asked.stream(), request.getHeader(HttpHeaders.ACCEPT));
        try (Accepted accepted = acceptance.accept(owner, asked, idempotencyKey)) {
            if (accepted.replayed()) {
                response.setHeader("Idempotent-Replayed", "true");
            }
            if (!streams) {
                return ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(WholeAnswer.await(accepted.turn(), accepted.stream()));
            }
            sse.write(accepted.stream(), response);
            return null;
        }
    }
}
