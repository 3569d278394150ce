package dev.parley.conversation.work;

import dev.parley.conversation.identity.AdminGate;
import dev.parley.platform.security.BearerToken;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.RequiresRole;
import dev.parley.platform.security.Role;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.work.WorkStatus;
import dev.parley.platform.work.WorkView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/work")
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class WorkController {
    private final AdminGate gate;
    private final AllWork work;

    WorkController(AdminGate gate, AllWork work) {
        this.gate = gate;
        this.work = work;
    }

    /** Why something is cancelled. */
    record Cancellation(
            @Size(max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Nullable
            String reason) {
        String words() {
            return reason == null ? "by an administrator" : reason;
        }
    }

    @GetMapping
    @Operation(
            summary = "The background work of all services, newest first",
            description = "Never what it is about. A service that does not answer is named in"
                    + " `unavailable_services`, and its work is missing.")
    WorkPage list(
            @Parameter(
                            description = "Such as `dead`: what was given up, with its reason",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "scheduled",
                                                "waiting",
                                                "running",
                                                "done",
                                                "cancelled",
                                                "dead"
                                            }))
                    @RequestParam(required = false)
                    WorkStatus.@Nullable State state,
            @Nullable Cursor cursor,
            Limit limit,
            Caller.User caller,
            HttpServletRequest request) {
        Place after = cursor == null ? null : Place.of(cursor);
        gate.enter(caller, request, "work_read", null);
        return work.list(state, after, limit, token(request));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Run dead work again",
            description = "It joins the end of its lane, as if it had just come. The audit log says who asked for it.")
    @ApiResponse(responseCode = "202", description = "It will run")
    @ApiResponse(responseCode = "404", description = "There is no such work")
    @ApiResponse(responseCode = "409", description = "It is not dead (`work_not_dead`), or erased (`work_erased`)")
    WorkView replay(@PathVariable UUID id, Caller.User caller, HttpServletRequest request) {
        gate.enter(caller, request, "work_replay", id);
        return work.replay(id, token(request));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Cancel work",
            description = "What waits ends at once, what runs is told. The audit log says who asked for it.")
    @ApiResponse(responseCode = "202", description = "It will end")
    @ApiResponse(responseCode = "404", description = "There is no such work")
    @ApiResponse(responseCode = "409", description = "It has ended, or is about to (`work_has_ended`)")
    WorkView cancel(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable Cancellation cancellation,
            Caller.User caller,
            HttpServletRequest request) {
        gate.enter(caller, request, "work_cancel", id);
        Cancellation why = cancellation == null ? new Cancellation(null) : cancellation;
        return work.cancel(id, why.words(), token(request));
    }

    /** Which the other services verify as this one did. */
    private static String token(HttpServletRequest request) {
        return BearerToken.in(String.valueOf(request.getHeader("Authorization")));
    }
}
