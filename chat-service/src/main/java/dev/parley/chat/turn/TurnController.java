package dev.parley.chat.turn;

import dev.parley.chat.stream.EventId;
import dev.parley.chat.stream.TurnStream;
import dev.parley.chat.stream.TurnStreams;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/chat/turns/{turn_id}")
@Tag(name = "Chat")
class TurnController {
    private final OwnTurns turns;
    private final TurnStreams streams;
    private final Cancellation cancellation;
    private final SseAnswer sse;

    TurnController(OwnTurns turns, TurnStreams streams, Cancellation cancellation, SseAnswer sse) {
        this.turns = turns;
        this.streams = streams;
        this.cancellation = cancellation;
        this.sse = sse;
    }

    @GetMapping
    @Operation(summary = "What has become of a turn")
    TurnView turn(@PathVariable("turn_id") String turnId, Caller caller) {
        return TurnView.of(turns.require(turnId, caller.principal()));
    }

    @GetMapping("/stream")
    @Operation(
            summary = "Follow a turn from its start, or go on after an event",
            description =
                    "The events of POST /api/chat, live or replayed. `Last-Event-ID` or `after` resumes behind that"
                            + " event at any replica, with nothing lost and nothing twice; an id that is not one of this"
                            + " turn's is 400 `bad_event_id`. A day after the answer it comes in one `delta`: who resumes then"
                            + " gets a `message_start` first, and replaces what was shown.")
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "That event was the last", content = @Content)
    void stream(
            @PathVariable("turn_id") String turnId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Turn turn = turns.require(turnId, caller.principal());
        String resumeAfter = lastEventId == null || lastEventId.isEmpty() ? after : lastEventId;
        Optional<TurnStream> events = follow(turn, resumeAfter);
        if (events.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        sse.begin(new Reading(turn, caller.principal(), events.get(), Rendering.AS_IT_IS), request, response);
    }

    @PostMapping("/cancel")
    @Operation(
            summary = "Stop a turn",
            description =
                    "Also one that waits, or that no worker has seen yet. Generation stops within a second; what was"
                            + " generated so far is kept, and the stream ends with `message_end` and `finish_reason: cancelled`. To ask"
                            + " twice is to ask once. A connection that breaks never stops a turn.")
    @ApiResponse(
            responseCode = "202",
            description = "It will be stopped",
            content = @Content(schema = @Schema(implementation = TurnView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It had ended already",
            content = @Content(schema = @Schema(implementation = TurnView.class)))
    ResponseEntity<TurnView> cancel(@PathVariable("turn_id") String turnId, Caller caller) {
        Turn turn = turns.require(turnId, caller.principal());
        HttpStatus status = cancellation.request(turn) ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(TurnView.of(turn));
    }

    private Optional<TurnStream> follow(Turn turn, @Nullable String after) {
        return after == null
                ? Optional.of(streams.replay(turn.place(), turn.outcome()))
                : streams.resume(turn.place(), EventId.parse(after), turn.outcome());
    }
}
