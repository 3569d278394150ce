package dev.parley.agent.person;

import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonBindings {
    @Bean
    BatchListener identityEvents(BatchListeners listeners, Farewell farewell) {
        return listeners.listen(Topic.IDENTITY_EVENTS, IdentityEvent.class, farewell::accept);
    }
}
