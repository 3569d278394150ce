package dev.parley.gateway.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who calls, as far as the gateway knows.
 *
 * @param id of a user; the SHA-256 of a session id, which is a secret; or an address. That of an IPv6 client is its /64,
 *     since that is what a connection gets
 */
public record GatewayCaller(Kind kind, String id) {

    /** What a caller is known by. */
    public enum Kind {
        /** A verified access token. */
        USER,
        /** A session id, which a visitor may have made up on the spot. */
        SESSION,
        /** Nothing but the address. */
        ADDRESS
    }

    /** The exchange's attribute in which whoever verifies tokens leaves the {@code GatewayCaller}. */
    public static final String ATTRIBUTE = GatewayCaller.class.getName();

    private static final int IPV6_PREFIX = 64;

    /** Whoever was verified, else the session, else the address. */
    public static GatewayCaller of(ServerWebExchange exchange) {
        if (exchange.getAttribute(ATTRIBUTE) instanceof GatewayCaller verified) {
            return verified;
        }
        String session = session(exchange.getRequest());
        return StringUtils.hasText(session) ? new GatewayCaller(Kind.SESSION, sha256(session)) : addressOf(exchange);
    }

    /**
     * Whom a budget is kept for: the verified user, else the address. Never the session: its id costs nothing to make up,
     * so that each request could come with a fresh one, and with a fresh budget. Visitors behind one address share one.
     */
    public static GatewayCaller accountable(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof GatewayCaller verified && verified.kind() == Kind.USER
                ? verified
                : addressOf(exchange);
    }

    /** The client's address, whoever it is. */
    public static GatewayCaller addressOf(ServerWebExchange exchange) {
        InetSocketAddress client = exchange.getRequest().getRemoteAddress();
        InetAddress address = client == null ? null : client.getAddress();
        return new GatewayCaller(Kind.ADDRESS, address == null ? "unknown" : network(address));
    }

    /** Unique among all callers, such as {@code user:ID}. */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address ? Subnet.of(address, IPV6_PREFIX).toString() : address.getHostAddress();
    }

    private static String session(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst("X-Session-Id");
        String given =
                StringUtils.hasText(header) ? header : request.getQueryParams().getFirst("session_id");
        return given == null ? "" : given;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
