package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditFilter;
import dev.parley.conversation.audit.AuditView;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.RequiresRole;
import dev.parley.platform.security.Role;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin")
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class AdminController {
    private final Administration administration;
    private final KeyRotation keys;

    AdminController(Administration administration, KeyRotation keys) {
        this.administration = administration;
        this.keys = keys;
    }

    /** A key that signs from a moment on. */
    @Schema(name = "SigningKey")
    record KeyView(String kid, String algorithm, Instant signsFrom) {
        static KeyView of(SigningKey key) {
            return new KeyView(key.id(), key.algorithm(), key.signsFrom());
        }
    }

    @GetMapping("/users")
    @Operation(summary = "Find accounts, newest first")
    Page<AdminUserView> users(
            @Parameter(description = "A part of e-mail address, name or account name")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    @Nullable
                    String q,
            @Nullable Cursor cursor,
            Limit limit,
            Caller.User caller,
            HttpServletRequest request) {
        return administration.find(Administrator.of(caller, request), q, cursor, limit);
    }

    @PatchMapping("/users/{id}")
    @Operation(
            summary = "Change an account's roles, or lock it",
            description =
                    "Who is locked cannot sign in nor renew, and access tokens that are out are refused (`account_locked`).")
    AdminUserView change(
            @PathVariable UUID id,
            @Valid @RequestBody AdminUserPatch patch,
            Caller.User caller,
            HttpServletRequest request) {
        return administration.change(Administrator.of(caller, request), id, patch);
    }

    @GetMapping("/audit")
    @Operation(
            summary = "Who did what, newest first",
            description = "Sign-ins and failed ones, tokens that were used twice, keys, roles, and what administrators"
                    + " looked at, this among it. The same entries are on the topic `audit.events`.")
    Page<AuditView> audit(
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
            Caller.User caller,
            HttpServletRequest request) {
        return administration.audit(
                Administrator.of(caller, request), new AuditFilter(actor, action, target), cursor, limit);
    }

    @PostMapping("/keys/rotate")
    @Operation(
            summary = "Sign with a new key",
            description =
                    "It is published within seconds and signs half a minute later, when everybody knows it. Nobody is logged"
                            + " out: tokens of the keys before stay good until they expire.")
    KeyView rotate(Caller.User caller, HttpServletRequest request) {
        return KeyView.of(keys.rotate(Administrator.of(caller, request)));
    }
}
