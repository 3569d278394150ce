package dev.parley.conversation.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address as the gateway says, which is the only one to send {@code X-Forwarded-For}
 */
record Client(String address, @Nullable String userAgent) {
    private static final int MAX_LENGTH = 200;

    static Client of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null ? request.getRemoteAddr() : forwarded.split(",", 2)[0].strip();
        return new Client(shortened(address), shortenedOrNone(request.getHeader("User-Agent")));
    }

    private static @Nullable String shortenedOrNone(@Nullable String text) {
        return text == null ? null : shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
