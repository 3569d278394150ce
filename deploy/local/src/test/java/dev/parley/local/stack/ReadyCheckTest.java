package dev.parley.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadyCheckTest {

    @Test
    void only_200_is_ready() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        ReadyCheck check = ReadyCheck.http(server.getAddress().getPort());

        assertThat(check.passes()).isFalse();
        status.set(200);
        assertThat(check.passes()).isTrue();

        server.stop(0);
        assertThat(check.passes()).isFalse();
    }

    @Test
    void nobody_there_is_not_ready() {
        assertThat(ReadyCheck.http(Ports.free()).passes()).isFalse();
    }
}
