package dev.parley.agent.allowance;

import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AllowanceBindings {
    @Bean
    BatchListener identityEvents(BatchListeners listeners, SpendingOfTheGone gone) {
        return listeners.listen(Topic.IDENTITY_EVENTS, IdentityEvent.class, gone::accept);
    }
}
