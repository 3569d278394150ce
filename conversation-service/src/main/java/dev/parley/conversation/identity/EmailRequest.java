package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** Whose password is forgotten. */
record EmailRequest(
        @NotBlank @Schema(example = "ada@example.com") String email) {
    @Override
    public String toString() {
        return "EmailRequest";
    }
}
