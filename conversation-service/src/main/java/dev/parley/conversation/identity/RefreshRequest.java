package dev.parley.conversation.identity;

import jakarta.validation.constraints.NotNull;

/** Whose tokens are to be renewed. */
record RefreshRequest(@NotNull String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
