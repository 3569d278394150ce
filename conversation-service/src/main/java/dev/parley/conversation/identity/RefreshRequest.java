package dev.parley.conversation.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose tokens are to be renewed. */
record RefreshRequest(@NotBlank @Size(max = 200) String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
