package dev.parley.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The live side: accepts turns and streams them. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ChatService {
    public static void main(String[] args) {
        SpringApplication.run(ChatService.class, args);
    }
}
