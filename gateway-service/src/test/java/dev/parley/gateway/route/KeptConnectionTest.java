package dev.parley.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import org.junit.jupiter.api.Test;

/** Guards against versions of the HTTP library that stop reading a connection whose last answer ended on another thread. */
class KeptConnectionTest extends RunningGateway {

    private static final int ROUNDS = 200;

    @Test
    void a_connection_serves_one_request_after_another() {
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(client.get("/redoc").statusCode()).isEqualTo(200);
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
            assertThat(client.get("/test/x").statusCode()).isEqualTo(200);
        }
    }
}
