package dev.parley.gateway.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

/**
 * Lets a request look as it did to the proxy in front: the client's address, the scheme and the host it used. Only where
 * the connection comes from a trusted proxy; what anybody else says of itself is dropped. The framework takes a bean
 * of this name before all filters.
 */
@Component("forwardedHeaderTransformer")
final class ForwardedOrigin extends ForwardedHeaderTransformer {

    private static final Pattern SCHEME = Pattern.compile("https?");
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final List<String> SAID = List.of(FOR, PROTO, HOST);
    private static final Logger log = LoggerFactory.getLogger(ForwardedOrigin.class);

    private final TrustedProxies proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    ForwardedOrigin(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public ServerHttpRequest apply(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer == null || !proxies.trusts(peer.getAddress())) {
            return asIfUnsaid(request, peer);
        }
        return request.mutate()
                .uri(asAsked(request.getURI(), request.getHeaders()))
                .remoteAddress(client(peer, hops(request.getHeaders(), FOR)))
                .build();
    }

    private ServerHttpRequest asIfUnsaid(ServerHttpRequest request, @Nullable InetSocketAddress peer) {
        if (SAID.stream().noneMatch(request.getHeaders()::containsHeader)) {
            return request;
        }
        if (warned.compareAndSet(false, true)) {
            log.atWarn()
                    .addKeyValue("peer", peer == null ? "unknown" : peer.getHostString())
                    .log("X-Forwarded-* headers come from somebody who is not in TRUSTED_PROXIES, and are left unread."
                            + " If it is your proxy, name it there: till then all its clients count as one");
        }
        return request.mutate()
                .headers(headers -> SAID.forEach(headers::remove))
                .build();
    }

    /** From right to left: each hop is what the one behind it, which is trusted, has seen. Text that is no address ends the way. */
    private InetSocketAddress client(InetSocketAddress peer, List<String> hops) {
        InetSocketAddress client = peer;
        for (String hop : hops.reversed()) {
            InetAddress address = Subnet.literal(withoutPort(hop)).orElse(null);
            if (address == null) {
                return client;
            }
            client = new InetSocketAddress(address, 0);
            if (!proxies.trusts(address)) {
                return client;
            }
        }
        return client;
    }

    private static URI asAsked(URI uri, HttpHeaders headers) {
        String scheme = last(headers, PROTO, SCHEME).orElse(uri.getScheme());
        String authority = last(headers, HOST, AUTHORITY).orElse(uri.getRawAuthority());
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(scheme + "://" + authority + uri.getRawPath() + query);
    }

    /** What the nearest proxy says: the values in front of it may be a client's. */
    private static Optional<String> last(HttpHeaders headers, String name, Pattern accepted) {
        List<String> values = hops(headers, name);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.getLast())
                        .filter(value -> accepted.matcher(value).matches());
    }

    private static List<String> hops(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
