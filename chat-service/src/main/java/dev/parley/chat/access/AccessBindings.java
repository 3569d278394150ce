package dev.parley.chat.access;

import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.BatchListener;
import dev.parley.platform.messaging.BatchListeners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessBindings {
    @Bean
    BatchListener conversationEvents(BatchListeners listeners, AccessEvents events) {
        return listeners.listen(Topic.CONVERSATION_EVENTS, ConversationEvent.class, events::accept);
    }
}
