package dev.parley.conversation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The memory: conversations and their messages, and the event stream of both. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ConversationService {
    public static void main(String[] args) {
        SpringApplication.run(ConversationService.class, args);
    }
}
