package dev.parley.conversation.identity;

import org.jspecify.annotations.Nullable;

/** What is to be ended: the sign-in of a refresh token, or that of the request. */
record SignOutRequest(@Nullable String refreshToken) {
    @Override
    public String toString() {
        return "SignOutRequest";
    }
}
