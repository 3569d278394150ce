package dev.parley.gateway;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * The threads that move bytes. A request and its answer are often on different ones, for connections to services are
 * shared, and then each piece of a stream wakes a second thread: so there are few. None of them ever waits.
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {
    private static final int CORES_EACH = 2;

    @Bean
    ReactorResourceFactory reactorResourceFactory(@Value("${parley.gateway.event-loops}") int wanted) {
        HttpResources.set(LoopResources.create(
                "reactor-http", count(wanted, Runtime.getRuntime().availableProcessors()), true));
        return new ReactorResourceFactory();
    }

    /** As many as are wanted; when that is not said, one for two cores. */
    static int count(int wanted, int cores) {
        return wanted > 0 ? wanted : Math.max(1, cores / CORES_EACH);
    }
}
