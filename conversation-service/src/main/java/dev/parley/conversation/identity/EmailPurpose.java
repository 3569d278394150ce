package dev.parley.conversation.identity;

import java.time.Duration;
import java.util.Locale;

/** What an e-mail with a token is for. The pages behind the links take the token from the fragment, which no server sees. */
enum EmailPurpose {
    VERIFY("Confirm your e-mail address", "verify-email", "/account/verify#token=", Duration.ofHours(24)),
    RESET("Choose a new password", "reset-password", "/account/reset#token=", Duration.ofMinutes(30));

    private final String subject;
    private final String template;
    private final String path;
    private final Duration lifetime;

    EmailPurpose(String subject, String template, String path, Duration lifetime) {
        this.subject = subject;
        this.template = template;
        this.path = path;
        this.lifetime = lifetime;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String subject() {
        return subject;
    }

    String template() {
        return template;
    }

    String path(String token) {
        return path + token;
    }

    Duration lifetime() {
        return lifetime;
    }
}
