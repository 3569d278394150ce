package dev.parley.conversation.identity;

import dev.parley.platform.security.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What administrators change of an account; what is absent stays. */
record AdminUserPatch(
        @Size(min = 1) @Nullable Set<@NotNull Role> roles,
        @Nullable Boolean locked) {}
