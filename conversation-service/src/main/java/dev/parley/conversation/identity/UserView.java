package dev.parley.conversation.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Somebody with an account, as that person sees it. */
@Schema(name = "User")
record UserView(UUID id, String email, String displayName, String accountName, List<String> roles) {
    static UserView of(Account account) {
        return new UserView(
                account.id(),
                account.email(),
                account.displayName(),
                account.accountName(),
                account.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
