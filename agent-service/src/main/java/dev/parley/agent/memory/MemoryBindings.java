package dev.parley.agent.memory;

import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MemoryBindings {
    @Bean
    BatchListener conversationEvents(BatchListeners listeners, Forgetting forgetting) {
        return listeners.listen(Topic.CONVERSATION_EVENTS, ConversationEvent.class, forgetting::accept);
    }
}
