package dev.parley.conversation.audit;

import dev.parley.platform.security.Caller;
import dev.parley.platform.security.RequiresRole;
import dev.parley.platform.security.Role;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class AuditController {
    private final AuditViews entries;
    private final AuditLog log;

    AuditController(AuditViews entries, AuditLog log) {
        this.entries = entries;
        this.log = log;
    }

    @GetMapping("/api/v1/admin/audit")
    @Operation(
            summary = "Who did what, newest first",
            description = "Sign-ins and failed ones, tokens that were used twice, keys, roles, and what administrators"
                    + " looked at, this among it. The same entries are on the topic `audit.events`.")
    Page<AuditView> find(
            @Parameter(description = "Such as `user:ID`, or `anonymous`")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    @Nullable
                    String actor,
            @Parameter(description = "Such as `sign_in`") @RequestParam(required = false) @Size(max = 200) @Nullable
                    String action,
            @Parameter(description = "Such as `user:ID`") @RequestParam(required = false) @Size(max = 200) @Nullable
                    String target,
            @Nullable Cursor cursor,
            Limit limit,
            Caller.User caller) {
        log.add(AuditEntry.by(caller.id(), "audit_read"));
        return entries.find(actor, action, target, cursor, limit);
    }
}
