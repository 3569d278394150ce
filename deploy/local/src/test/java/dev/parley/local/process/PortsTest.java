package dev.parley.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_port_somebody_listens_on_is_not_free() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_port_taken_on_all_addresses_is_not_free() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void zero_means_any_free_port() {
        int port = Ports.orFree(0);

        assertThat(port).isPositive();
        assertThat(Ports.isFree(port)).isTrue();
        assertThat(Ports.orFree(8000)).isEqualTo(8000);
    }
}
