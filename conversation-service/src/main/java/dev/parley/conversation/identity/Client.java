package dev.parley.conversation.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address as the gateway says, which is the only one to send {@code X-Forwarded-For}
 */
record Client(String address, @Nullable String userAgent) {
    private static final int MAX_LENGTH = 200;
    private static final int NETWORK_BYTES = 8;

    static Client of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String address = forwarded == null ? request.getRemoteAddr() : forwarded.split(",", 2)[0].strip();
        return new Client(shortened(address), shortenedOrNone(request.getHeader("User-Agent")));
    }

    /** What attempts are counted by: of an IPv6 address its /64, since that is what a connection gets. */
    String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(NETWORK_BYTES, bytes.length));
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static @Nullable String shortenedOrNone(@Nullable String text) {
        return text == null ? null : shortened(text);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
