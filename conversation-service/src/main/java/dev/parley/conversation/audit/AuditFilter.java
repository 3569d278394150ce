package dev.parley.conversation.audit;

import org.jspecify.annotations.Nullable;

/** Which entries are wanted; what is none does not matter. */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String target) {}
