package dev.parley.gateway.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is held to account for a request. A session id counts for nothing: a visitor makes one up at no cost, and would have a
 * fresh budget each time.
 *
 * @param id of a user; or an address, of an IPv6 client its /64, since that is what a connection gets
 */
public record GatewayCaller(Kind kind, String id) {

    /** What a caller is known by. */
    public enum Kind {
        /** An access token that was verified a moment ago. */
        USER,
        /** Nothing but the address. */
        ADDRESS
    }

    private static final String ATTRIBUTE = GatewayCaller.class.getName();
    private static final int IPV6_PREFIX = 64;

    static GatewayCaller user(String id) {
        return new GatewayCaller(Kind.USER, id);
    }

    /** The user that was recognised, else the address. */
    public static GatewayCaller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof GatewayCaller known ? known : addressOf(exchange);
    }

    /** The client's address, whoever it is. */
    public static GatewayCaller addressOf(ServerWebExchange exchange) {
        InetSocketAddress client = exchange.getRequest().getRemoteAddress();
        InetAddress address = client == null ? null : client.getAddress();
        return address == null ? new GatewayCaller(Kind.ADDRESS, "unknown") : address(address);
    }

    /** Whoever calls from this address. */
    public static GatewayCaller address(InetAddress address) {
        return new GatewayCaller(Kind.ADDRESS, network(address));
    }

    /** From now on the exchange is this caller's. */
    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** Unique among all callers, such as {@code user:ID}. */
    public String key() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address ? Subnet.of(address, IPV6_PREFIX).toString() : address.getHostAddress();
    }
}
