package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody gets who has signed in. */
@Schema(name = "Tokens")
record TokenAnswer(
        UserView user,

        @Schema(description = "A JWT, for `Authorization: Bearer`")
        String accessToken,

        @Schema(description = "For the next renewal, once") String refreshToken,
        @Schema(allowableValues = "bearer") String tokenType,

        @Schema(description = "Seconds that the access token is good for")
        long expiresIn) {
    static TokenAnswer of(UserView user, String accessToken, String refreshToken, long expiresIn) {
        return new TokenAnswer(user, accessToken, refreshToken, "bearer", expiresIn);
    }

    @Override
    public String toString() {
        return "TokenAnswer for " + user.id();
    }
}
