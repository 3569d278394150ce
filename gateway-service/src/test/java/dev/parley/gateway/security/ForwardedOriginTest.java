package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ForwardedOriginTest {

    private static final String PROXY = "10.0.0.1";
    private static final String ASKED = "http://gateway:8000/a%20b?c=%2F";

    private final ForwardedOrigin origin = new ForwardedOrigin(trusting(List.of("10.0.0.0/8", "2001:db8:f::/48")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7:4711 | 203.0.113.7",
                "203.0.113.7, 10.0.0.9 | 203.0.113.7",
                "1.2.3.4, 203.0.113.7, 10.2.0.9, 2001:db8:f::9 | 203.0.113.7",
                "[2001:db8::5]:443 | 2001:db8:0:0:0:0:0:5",
                "10.0.0.8, 10.0.0.9 | 10.0.0.8",
                "203.0.113.7, unknown, 10.0.0.9 | 10.0.0.9",
                "unknown | 10.0.0.1",
                "[ | 10.0.0.1",
                ", | 10.0.0.1",
            })
    void the_client_is_the_last_hop_that_is_no_trusted_proxy(String hops, String client) {
        assertThat(address(
                        origin.apply(from(PROXY).header("X-Forwarded-For", hops).build())))
                .isEqualTo(client);
    }

    @Test
    void hops_may_be_spread_over_several_lines() {
        ServerHttpRequest request = from(PROXY)
                .header("X-Forwarded-For", "1.2.3.4", "203.0.113.7")
                .header("X-Forwarded-For", "10.0.0.2")
                .build();

        assertThat(address(origin.apply(request))).isEqualTo("203.0.113.7");
    }

    @Test
    void the_address_asked_for_is_that_of_the_proxy() {
        ServerHttpRequest request = from(PROXY)
                .header("X-Forwarded-Proto", "http, https")
                .header("X-Forwarded-Host", "evil.example, api.example:8443")
                .build();

        assertThat(origin.apply(request).getURI()).isEqualTo(URI.create("https://api.example:8443/a%20b?c=%2F"));
    }

    @Test
    void what_is_no_scheme_and_no_host_counts_for_nothing() {
        ServerHttpRequest request = from(PROXY)
                .header("X-Forwarded-Proto", "javascript")
                .header("X-Forwarded-Host", "evil.example/path?")
                .build();

        assertThat(origin.apply(request).getURI()).isEqualTo(URI.create(ASKED));
    }

    @Test
    void nobody_else_is_believed() {
        ServerHttpRequest request = from("192.0.2.1")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .build();

        for (ForwardedOrigin any : List.of(origin, new ForwardedOrigin(trusting(null)))) {
            ServerHttpRequest seen = any.apply(request);
            assertThat(seen.getURI()).isEqualTo(URI.create(ASKED));
            assertThat(address(seen)).isEqualTo("192.0.2.1");
            assertThat(seen.getHeaders().headerNames()).noneMatch(name -> name.startsWith("X-Forwarded"));
        }
    }

    @Test
    void what_is_no_address_is_refused_as_a_setting() {
        assertThatThrownBy(() -> trusting(List.of("10.0.0.0/8", "proxy.example")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("TRUSTED_PROXIES=proxy.example is not accepted");
    }

    private static TrustedProxies trusting(@Nullable List<String> proxies) {
        return new TrustedProxies(new SecuritySettings(null, proxies));
    }

    private static MockServerHttpRequest.BodyBuilder from(String peer) {
        InetAddress address = Subnet.literal(peer).orElseThrow();
        return MockServerHttpRequest.method(HttpMethod.POST, URI.create(ASKED))
                .remoteAddress(new InetSocketAddress(address, 4711));
    }

    private static String address(ServerHttpRequest request) {
        return Objects.requireNonNull(request.getRemoteAddress()).getAddress().getHostAddress();
    }
}
