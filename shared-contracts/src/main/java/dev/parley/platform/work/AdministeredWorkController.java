package dev.parley.platform.work;

import dev.parley.platform.security.RequiresRole;
import dev.parley.platform.security.Role;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows a service's work to conversation-service, for an administrator whose token comes along; the gateway has no route to it. */
@RestController
@RequestMapping("/internal/v1/work")
@Hidden
@RequiresRole(Role.ADMIN)
class AdministeredWorkController {
    /** A page for people, and what tells where the next one begins. */
    private static final int LONGEST_PAGE = 102;

    private final AdministeredWork work;

    AdministeredWorkController(AdministeredWork work) {
        this.work = work;
    }

    @GetMapping
    @Operation(summary = "The service's work, newest first")
    WorkList list(
            @RequestParam(required = false) WorkStatus.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam @Min(1) @Max(LONGEST_PAGE) int limit) {
        return new WorkList(work.list(state, before, limit));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Run dead work again")
    WorkView replay(@PathVariable UUID id) {
        return work.replay(id);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Cancel work")
    WorkView cancel(@PathVariable UUID id, @RequestParam @NotBlank @Size(max = 200) String reason) {
        return work.cancel(id, reason);
    }
}
