package dev.parley.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.OwnGateway;
import dev.parley.gateway.backing.RawClient;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressCapTest {

    private static final String ASK = "HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void an_address_has_no_more_connections_than_may_be() {
        try (OwnGateway gateway = OwnGateway.start("MAX_CONNECTIONS_PER_ADDRESS=3")) {
            List<RawClient> three = connect(gateway, 3);
            assertThat(three).allMatch(AddressCapTest::isAnswered);

            try (RawClient fourth = RawClient.connect(gateway.port())) {
                assertThat(fourth.hearAll()).isEmpty();
            }
            assertThat(three).allMatch(AddressCapTest::isAnswered);

            three.getFirst().close();
            await().until(() -> {
                try (RawClient next = RawClient.connect(gateway.port())) {
                    return next.goesOn(ASK) && next.hearHead().startsWith("HTTP/1.1 200");
                }
            });
            three.forEach(RawClient::close);
        }
    }

    @Test
    void a_trusted_proxy_has_as_many_as_it_likes() {
        try (OwnGateway gateway = OwnGateway.start("MAX_CONNECTIONS_PER_ADDRESS=1", "TRUSTED_PROXIES=127.0.0.1")) {
            List<RawClient> three = connect(gateway, 3);

            assertThat(three).allMatch(AddressCapTest::isAnswered);
            three.forEach(RawClient::close);
        }
    }

    private static List<RawClient> connect(OwnGateway gateway, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> RawClient.connect(gateway.port()))
                .toList();
    }

    private static boolean isAnswered(RawClient client) {
        client.say(ASK);
        return client.hearHead().startsWith("HTTP/1.1 200");
    }
}
