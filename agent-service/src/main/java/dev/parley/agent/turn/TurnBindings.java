package dev.parley.agent.turn;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TurnBindings {
    @Bean
    BatchListener turnRequests(BatchListeners listeners, TurnInbox inbox) {
        return listeners.listen(Topic.TURN_REQUESTS, TurnCommand.class, inbox::accept);
    }
}
