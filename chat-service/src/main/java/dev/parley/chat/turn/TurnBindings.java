package dev.parley.chat.turn;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TurnBindings {
    @Bean
    BatchListener turnOutcomes(BatchListeners listeners, OutcomeNotes notes) {
        return listeners.listen(Topic.TURN_OUTCOMES, TurnOutcome.class, notes::accept);
    }
}
