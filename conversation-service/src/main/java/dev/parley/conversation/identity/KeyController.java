package dev.parley.conversation.identity;

import dev.parley.platform.security.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sign-in")
class KeyController {
    private static final Duration CACHED = Duration.ofSeconds(15);

    private final KeyRing ring;

    KeyController(KeyRing ring) {
        this.ring = ring;
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
}
