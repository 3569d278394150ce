package dev.parley.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.upstream.UpstreamSettings.Addresses;
import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void the_management_port_is_a_thousand_above() {
        Replica replica = upstream("http://127.0.0.1:8010/", "").replicas().getFirst();

        assertThat(replica.at("/x")).isEqualTo(URI.create("http://127.0.0.1:8010/x"));
        assertThat(replica.managementAt("/y")).isEqualTo(URI.create("http://127.0.0.1:9010/y"));
        assertThat(upstream("https://chat.example", "").replicas().getFirst().managementAt(""))
                .isEqualTo(URI.create("https://chat.example:1443"));
    }

    @Test
    void a_target_keeps_path_and_query_as_they_came() {
        Replica replica = upstream("http://h:1", "http://m:2").replicas().getFirst();

        assertThat(replica.target(URI.create("http://gateway:8000/a%20b?c=%2F&d"))
                        .toString())
                .isEqualTo("http://h:1/a%20b?c=%2F&d");
        assertThat(replica.managementAt("/z").toString()).isEqualTo("http://m:2/z");
    }

    @Test
    void a_replica_that_could_not_be_reached_comes_last_for_a_while() {
        Upstream upstream = upstream("http://a:1,http://b:1,http://c:1", "");
        Replica lost = upstream.replicas().get(1);

        upstream.unreachable(lost);

        for (int i = 0; i < 3; i++) {
            assertThat(upstream.inTurn()).hasSize(3).endsWith(lost);
        }
    }

    @Test
    void wrong_addresses_are_refused_by_the_name_of_their_variable() {
        assertRefused("ftp://h:1", "", "CHAT_SERVICE_URL=ftp://h:1");
        assertRefused("not a url", "", "CHAT_SERVICE_URL=not a url");
        assertRefused(" , ", "", "CHAT_SERVICE_URL");
        assertRefused("http://a:1,http://b:1", "http://a:2", "CHAT_MANAGEMENT_URL");
    }

    @Test
    void a_service_that_is_not_set_is_an_error() {
        Upstreams upstreams = upstreams("http://a:1", "");

        assertThatThrownBy(() -> upstreams.named("other")).hasMessageContaining("chat-service");
    }

    private static void assertRefused(String urls, String management, String words) {
        assertThatThrownBy(() -> upstreams(urls, management))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(words);
    }

    private static Upstream upstream(String urls, String management) {
        return upstreams(urls, management).named("chat-service");
    }

    private static Upstreams upstreams(String urls, String management) {
        Map<String, Addresses> services = Map.of("chat-service", new Addresses(urls, management));
        return new Upstreams(new UpstreamSettings(services, Duration.ofSeconds(1), Duration.ofSeconds(2)), NOW);
    }
}
