package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.security.GatewayCaller.Kind;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class GatewayCallerTest {

    @Test
    void whoever_was_verified_is_believed() {
        GatewayCaller user = new GatewayCaller(Kind.USER, "42");
        MockServerWebExchange exchange =
                exchange(from("192.0.2.1").header("X-Session-Id", "secret").build());
        exchange.getAttributes().put(GatewayCaller.ATTRIBUTE, user);

        assertThat(GatewayCaller.of(exchange)).isEqualTo(user);
        assertThat(user.key()).isEqualTo("user:42");
    }

    @Test
    void a_session_is_known_by_its_hash() {
        String hash = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

        assertThat(GatewayCaller.of(exchange(from("192.0.2.1")
                                .header("X-Session-Id", "secret")
                                .build()))
                        .key())
                .isEqualTo("session:" + hash);
        assertThat(GatewayCaller.of(exchange(MockServerHttpRequest.get("/x?session_id=secret")
                                .build()))
                        .id())
                .isEqualTo(hash);
    }

    @Test
    void a_budget_is_kept_for_a_user_or_an_address_and_never_for_a_session() {
        MockServerWebExchange exchange =
                exchange(from("192.0.2.1").header("X-Session-Id", "secret").build());

        assertThat(GatewayCaller.accountable(exchange).key()).isEqualTo("address:192.0.2.1");
        exchange.getAttributes().put(GatewayCaller.ATTRIBUTE, new GatewayCaller(Kind.SESSION, "made up"));
        assertThat(GatewayCaller.accountable(exchange).key()).isEqualTo("address:192.0.2.1");
        exchange.getAttributes().put(GatewayCaller.ATTRIBUTE, new GatewayCaller(Kind.USER, "42"));
        assertThat(GatewayCaller.accountable(exchange).key()).isEqualTo("user:42");
    }

    @Test
    void anybody_else_is_an_address_and_of_ipv6_the_network() {
        assertThat(GatewayCaller.of(exchange(from("192.0.2.1").build())).key()).isEqualTo("address:192.0.2.1");
        assertThat(GatewayCaller.of(exchange(from("2001:db8:1:2::77").build())))
                .isEqualTo(
                        GatewayCaller.of(exchange(from("2001:db8:1:2:ffff::1").build())))
                .isEqualTo(new GatewayCaller(Kind.ADDRESS, "2001:db8:1:2::/64"));
        assertThat(GatewayCaller.of(exchange(MockServerHttpRequest.get("/x").build()))
                        .id())
                .isEqualTo("unknown");
    }

    private static MockServerHttpRequest.BaseBuilder<?> from(String address) {
        return MockServerHttpRequest.get("/x")
                .remoteAddress(new InetSocketAddress(Subnet.literal(address).orElseThrow(), 1));
    }

    private static MockServerWebExchange exchange(MockServerHttpRequest request) {
        return MockServerWebExchange.from(request);
    }
}
