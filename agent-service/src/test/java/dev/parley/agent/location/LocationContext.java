package dev.parley.agent.location;

import dev.parley.platform.messaging.MessagingAutoConfiguration;
import dev.parley.platform.time.TimeAutoConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The asking side with the platform's messaging, and nothing else. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({KafkaAutoConfiguration.class, TimeAutoConfiguration.class, MessagingAutoConfiguration.class})
@Import(LocationBindings.class)
class LocationContext {
    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
