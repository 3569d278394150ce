package dev.parley.chat.ui;

import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.SseAnswer;
import dev.parley.contracts.id.Principal;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/chat/ui")
@Tag(name = "Chat")
class UiController {
    private static final String PROTOCOL = "x-vercel-ai-ui-message-stream";
    private static final String VERSION = "v1";

    private final Callers callers;
    private final UiAnswers answers;
    private final UiDecisions decisions;
    private final OpenAnswers open;
    private final SseAnswer sse;

    UiController(Callers callers, UiAnswers answers, UiDecisions decisions, OpenAnswers open, SseAnswer sse) {
        this.callers = callers;
        this.answers = answers;
        this.decisions = decisions;
        this.open = open;
        this.sse = sse;
    }

    @PostMapping
    @Open
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "session_header")
    @SecurityRequirement(name = "session_query")
    @Operation(
            summary = "Ask a question from a page made with the AI SDK",
            description =
                    "What DefaultChatTransport sends, answered as a UI message stream (v1). The last message is the"
                            + " question; what was said before in the chat is known here, so a page may send the last one alone. `id` is"
                            + " the page's own name for a conversation. A page that closes the stream does not stop the answer:"
                            + " it resumes at `{id}/stream`. Where a tool call needs approval, the stream ends with a"
                            + " `tool-approval-request`; the page comes again with the message and its answers"
                            + " (`addToolApprovalResponse`), and the message goes on.")
    @ApiResponse(
            responseCode = "200",
            description = "The UI message stream",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "400", description = "Something that is not supported, such as a file")
    @ApiResponse(
            responseCode = "409",
            description = "An approval of a call that nobody is asked about (`not_waiting`), of a turn that has ended"
                    + " (`turn_has_ended`), or the opposite of what was decided (`already_decided`)")
    void ask(
            @Valid @RequestBody UiRequest asked,
            @Nullable IdempotencyKey idempotencyKey,
            HttpServletRequest request,
            HttpServletResponse response) {
        Principal owner = callers.of(request, asked.sessionId()).principal();
        List<UiRequest.UiApproval> approvals = asked.approvals();
        Reading reading = approvals.isEmpty()
                ? answers.to(asked, owner, idempotencyKey, response)
                : decisions.goOn(asked.requiredId(), approvals, owner);
        response.setHeader(PROTOCOL, VERSION);
        sse.begin(reading, request, response);
    }

    @GetMapping("/{id}/stream")
    @Operation(
            summary = "Follow the answer that a chat of the AI SDK waits for",
            description =
                    "From its start, as a page expects that resumes. 204 when nothing is being answered in the chat,"
                            + " or there is no such chat of the caller's.")
    @ApiResponse(
            responseCode = "200",
            description = "The UI message stream",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "Nothing is being answered", content = @Content)
    void resume(
            @PathVariable("id") String id, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Optional<Reading> reading = open.in(id, caller.principal());
        if (reading.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        response.setHeader(PROTOCOL, VERSION);
        sse.begin(reading.get(), request, response);
    }
}
