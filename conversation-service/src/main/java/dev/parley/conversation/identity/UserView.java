package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, as that person sees it. */
@Schema(name = "User")
record UserView(
        UUID id,
        @Nullable String email,

        @Schema(description = "Whether it was confirmed that the address is this person's")
        boolean emailVerified,

        String displayName,
        String accountName,
        List<String> roles) {
    static UserView of(Account account) {
        return new UserView(
                account.id(),
                account.email(),
                account.emailVerified(),
                account.displayName(),
                account.accountName(),
                account.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
