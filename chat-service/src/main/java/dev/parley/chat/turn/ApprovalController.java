package dev.parley.chat.turn;

import dev.parley.contracts.turn.Decision;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/chat/turns/{turn_id}/approvals")
@Tag(name = "Chat")
class ApprovalController {
    private final OwnTurns turns;
    private final Approving approving;

    ApprovalController(OwnTurns turns, Approving approving) {
        this.turns = turns;
        this.approving = approving;
    }

    /** What is decided about a call. */
    @Schema(name = "ToolCallDecision")
    record DecisionRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Decision decision,

            @Schema(description = "Why; the model reads it", example = "Too expensive.") @Size(max = 2000) @Nullable
            String comment) {
        Decision requiredDecision() {
            if (decision == null) {
                throw ProblemException.invalidField("decision", "must be approve or reject");
            }
            return decision;
        }
    }

    @PostMapping("/{tool_call_id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Approve or reject a tool call that waits",
            description =
                    "A tool that needs approval pauses its turn: `tool_call` comes with `status: waiting_approval`, then"
                            + " `waiting`, and the stream stays open; a JSON answer is 202. With `approve` the turn goes on and makes just this call; with"
                            + " `reject` the model is told so, with the comment. Who follows the stream sees a"
                            + " `message_start` with a higher `attempt` first. To decide the same twice is to decide once.")
    @ApiResponse(responseCode = "202", description = "The turn will go on")
    @ApiResponse(responseCode = "404", description = "There is no such turn, or no such call of it (`not_found`)")
    @ApiResponse(
            responseCode = "409",
            description =
                    "The turn has ended (`turn_has_ended`), nobody is asked about the call (`not_waiting`), or the opposite"
                            + " was decided (`already_decided`)")
    TurnView decide(
            @PathVariable("turn_id") String turnId,
            @PathVariable("tool_call_id") String toolCallId,
            @Valid @RequestBody DecisionRequest request,
            Caller caller) {
        Turn turn = turns.require(turnId, caller.principal());
        approving.decide(turn, toolCallId, request.requiredDecision(), request.comment());
        return TurnView.of(turn);
    }
}
