package dev.parley.chat.openai;

import dev.parley.chat.turn.Acceptance;
import dev.parley.chat.turn.Accepted;
import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.Turn;
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
@RequestMapping(path = "/v1/responses")
@Tag(name = "OpenAI")
class ResponsesController {
    private final ResponseQuestions questions;
    private final Acceptance acceptance;
    private final ResponseAnswers answers;
    private final Leaving leaving;

    ResponsesController(ResponseQuestions questions, Acceptance acceptance, ResponseAnswers answers, Leaving leaving) {
        this.questions = questions;
        this.acceptance = acceptance;
        this.answers = answers;
        this.leaving = leaving;
    }

    @PostMapping
    @Operation(
            summary = "Make a response, for clients of OpenAI's API",
            description =
                    "With an access token as the API key. `previous_response_id` goes on from a response in the same"
                            + " conversation; without it, a conversation begins (channel `api`). With `tools`, the model may ask for"
                            + " these and for none of ours, and the client comes again with a `function_call_output`. A stream whose"
                            + " client leaves is cancelled, but for `background`. With `Idempotency-Key`, a repeat joins the first"
                            + " response. Responses are kept for 30 days, whatever `store` says.")
    @ApiResponse(
            responseCode = "200",
            description = "The response; with `stream: true` as events, numbered by `sequence_number`; with"
                    + " `background: true` as it is now",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ResponseObject.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "400", description = "Something that is not supported here, such as an image")
    @ApiResponse(responseCode = "404", description = "There is no such previous response")
    @ApiResponse(responseCode = "409", description = "The previous response is still being made")
    @ApiResponse(responseCode = "429", description = "Too many requests")
    @Nullable
    ResponseEntity<ResponseObject> create(
            @Valid @RequestBody ResponseRequest asked,
            @Nullable IdempotencyKey idempotencyKey,
            Caller.User caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Accepted accepted = acceptance
                .accept(caller.principal(), questions.of(asked, caller.principal()), idempotencyKey)
                .announce(response);
        if (asked.streams()) {
            answers.stream(reading(accepted, asked, caller), request, response);
            return null;
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer(accepted, asked, caller));
    }

    private ResponseObject answer(Accepted accepted, ResponseRequest asked, Caller.User caller) {
        if (!asked.runsInBackground()) {
            return answers.await(accepted, caller.principal());
        }
        accepted.close();
        return answers.now(accepted.turn(), caller.principal());
    }

    private Reading reading(Accepted accepted, ResponseRequest asked, Caller.User caller) {
        Turn turn = accepted.turn();
        Runnable onGone = asked.runsInBackground() ? () -> {} : () -> leaving.cancel(turn);
        var rendering = new ResponseRendering(answers.view(turn), ResponseAnswers.FROM_START, onGone);
        return new Reading(turn, caller.principal(), accepted.stream(), rendering);
    }
}
