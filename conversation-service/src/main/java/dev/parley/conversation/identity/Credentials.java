package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody who signs in. */
record Credentials(
        @NotBlank String email,

        @NotNull @Size(max = 1024) @Schema(format = "password")
        String password) {
    @Override
    public String toString() {
        return "Credentials";
    }
}
