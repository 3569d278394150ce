package dev.parley.chat.openai;

import dev.parley.chat.turn.Cancellation;
import dev.parley.chat.turn.OwnTurns;
import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.Turn;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/v1/responses/{response_id}")
@Tag(name = "OpenAI")
class StoredResponsesController {
    private final OwnTurns turns;
    private final ResponseAnswers answers;
    private final Cancellation cancellation;

    StoredResponsesController(OwnTurns turns, ResponseAnswers answers, Cancellation cancellation) {
        this.turns = turns;
        this.answers = answers;
        this.cancellation = cancellation;
    }

    @GetMapping
    @Operation(
            summary = "A response as it is now, or its events",
            description =
                    "With `stream=true` its events from the start, live or replayed by any replica, or behind the one"
                            + " numbered `starting_after`. The last event is shown in any case. A day after the answer it comes in"
                            + " fewer events, whose numbers are others.")
    @ApiResponse(
            responseCode = "200",
            description = "The response",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ResponseObject.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "429", description = "Too many requests")
    @Nullable
    ResponseEntity<ResponseObject> response(
            @PathVariable("response_id") String id,
            @RequestParam(name = "stream", defaultValue = "false") boolean stream,
            @RequestParam(name = "starting_after", required = false) @Nullable Long startingAfter,
            Caller.User caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Turn turn = turns.require(ResponseIds.turnOf(id), caller.principal());
        if (!stream) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(answers.now(turn, caller.principal()));
        }
        long after = startingAfter == null ? ResponseAnswers.FROM_START : startingAfter;
        var rendering = new ResponseRendering(answers.view(turn), after, () -> {});
        answers.stream(new Reading(turn, caller.principal(), answers.replay(turn), rendering), request, response);
        return null;
    }

    @PostMapping("/cancel")
    @Operation(
            summary = "Stop a response",
            description =
                    "Whether it runs in the background or not; answers when it has ended. What was said until then is"
                            + " kept. One that has ended is answered as it is.")
    @ApiResponse(responseCode = "200", description = "The response as it ended")
    @ApiResponse(responseCode = "429", description = "Too many requests")
    ResponseObject cancel(@PathVariable("response_id") String id, Caller.User caller) {
        Turn turn = turns.require(ResponseIds.turnOf(id), caller.principal());
        cancellation.request(turn);
        return answers.await(turn, caller.principal());
    }

    @DeleteMapping
    @Operation(
            summary = "Forget a response",
            description =
                    "It is not found any more, here or as `previous_response_id`; one that is still being made is stopped"
                            + " first. What was said stays in its conversation, which `DELETE /api/chat/conversations/{id}` deletes.")
    @ApiResponse(responseCode = "200", description = "It is gone")
    @ApiResponse(responseCode = "429", description = "Too many requests")
    DeletedResponse delete(@PathVariable("response_id") String id, Caller.User caller) {
        Turn turn = turns.require(ResponseIds.turnOf(id), caller.principal());
        if (!turn.status().isEnd()) {
            cancellation.request(turn);
            var _ = answers.await(turn, caller.principal());
        }
        turns.forget(turn);
        return new DeletedResponse(id, "response", true);
    }

    /** As their API says that something is gone. */
    @Schema(name = "DeletedResponse")
    record DeletedResponse(String id, String object, boolean deleted) {}
}
