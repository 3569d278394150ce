package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** That it is really the account's owner who asks. */
record Confirmation(
        @Size(max = 1024) @Schema(format = "password") @Nullable
        String password) {
    @Override
    public String toString() {
        return "Confirmation";
    }
}
