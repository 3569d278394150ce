package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who wants an account. */
record Registration(
        @NotBlank @Schema(example = "ada@example.com") String email,

        @NotNull @Schema(format = "password", minLength = 12, maxLength = 256)
        String password,

        @NotBlank @Size(max = 100) String displayName) {
    @Override
    public String toString() {
        return "Registration";
    }
}
