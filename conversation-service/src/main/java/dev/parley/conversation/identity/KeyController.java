package dev.parley.conversation.identity;

import dev.parley.platform.security.Open;
import dev.parley.platform.security.RequiresRole;
import dev.parley.platform.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sign-in")
class KeyController {
    private static final Duration CACHED = Duration.ofSeconds(15);

    private final KeyRing ring;
    private final Duration notice;

    KeyController(KeyRing ring, IdentitySettings settings) {
        this.ring = ring;
        this.notice = settings.keyNotice();
    }

    /** A key that signs from a moment on. */
    @Schema(name = "SigningKey")
    record KeyView(String kid, String algorithm, Instant signsFrom) {
        static KeyView of(SigningKey key) {
            return new KeyView(key.id(), key.algorithm(), key.signsFrom());
        }
    }

    @GetMapping("/.well-known/jwks.json")
    @Open
    @SecurityRequirements
    @Operation(summary = "The public keys that access tokens are verified with", description = "A JWK Set (RFC 7517).")
    @ApiResponse(responseCode = "200", description = "Empty when tokens are signed with a shared secret")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(ring.published().toJSONObject());
    }

    @PostMapping("/api/v1/admin/keys/rotate")
    @RequiresRole(Role.ADMIN)
    @Tag(name = "Administration")
    @Operation(
            summary = "Sign with a new key",
            description =
                    "It is published at once and signs half a minute later, when everybody knows it. Nobody is logged"
                            + " out: tokens of the keys before stay good until they expire.")
    @ApiResponse(responseCode = "200", description = "The new key")
    @ApiResponse(responseCode = "403", description = "Only administrators may do this (`forbidden`)")
    KeyView rotate() {
        return KeyView.of(ring.rotate(notice));
    }
}
