package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.security.GatewayCaller.Kind;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class GatewayCallerTest {

    @Test
    void whoever_was_recognised_is_that_user() {
        MockServerWebExchange exchange = exchange(from("192.0.2.1").build());
        GatewayCaller.user("42").keepIn(exchange);

        assertThat(GatewayCaller.of(exchange).key()).isEqualTo("user:42");
        assertThat(GatewayCaller.addressOf(exchange).key()).isEqualTo("address:192.0.2.1");
    }

    @Test
    void a_session_id_makes_nobody_somebody_else() {
        MockServerWebExchange exchange =
                exchange(from("192.0.2.1").header("X-Session-Id", "secret").build());

        assertThat(GatewayCaller.of(exchange).key()).isEqualTo("address:192.0.2.1");
    }

    @Test
    void anybody_else_is_an_address_and_of_ipv6_the_network() {
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
