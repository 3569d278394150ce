package dev.parley.chat.access;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param conversationServiceUrl where the replicas of conversation-service answer */
@ConfigurationProperties("parley.chat")
record AccessSettings(List<URI> conversationServiceUrl) {}
