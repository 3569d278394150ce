package dev.parley.platform.http;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** A service with one of everything. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ThingController.class, FailureController.class, StreamController.class, OrderController.class})
class ThingService {
    /** Lazy, because the port is known only when the server runs. */
    @Bean
    @Lazy
    Calls calls(@LocalServerPort int port) {
        return new Calls(port);
    }
}
