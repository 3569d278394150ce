package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password, by a token from a mail. */
record PasswordResetRequest(
        @NotBlank @Size(max = 200) String token,

        @NotNull @Size(max = 1024) @Schema(format = "password", minLength = 12, maxLength = 256)
        String password) {
    @Override
    public String toString() {
        return "PasswordResetRequest";
    }
}
