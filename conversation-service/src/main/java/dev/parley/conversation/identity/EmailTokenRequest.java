package dev.parley.conversation.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A token from a mail. */
record EmailTokenRequest(@NotBlank @Size(max = 200) String token) {
    @Override
    public String toString() {
        return "EmailTokenRequest";
    }
}
