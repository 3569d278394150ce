package dev.parley.location.lookup;

import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties lookups to {@code location.requests}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookupSettings.class)
class LookupBindings {
    @Bean
    BatchListener locationRequests(BatchListeners listeners, LookupInbox inbox) {
        return listeners.listen(Topic.LOCATION_REQUESTS, LocationCommand.class, inbox::accept);
    }
}
