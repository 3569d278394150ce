package dev.parley.conversation.conversation;

import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationBindings {
    @Bean
    BatchListener turnRequests(BatchListeners listeners, QuestionIntake questions) {
        return listeners.listenWithPositions(Topic.TURN_REQUESTS, TurnCommand.class, questions::accept);
    }

    @Bean
    BatchListener turnOutcomes(BatchListeners listeners, TurnHistory history) {
        return listeners.listenWithPositions(Topic.TURN_OUTCOMES, TurnOutcome.class, history::acceptOutcomes);
    }
}
