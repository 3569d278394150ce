package dev.parley.agent.assistant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param dir {@code ASSISTANTS_DIR}, the folder with the operator's own; blank: none */
@ConfigurationProperties("parley.agent.assistants")
record AssistantSettings(@DefaultValue("") String dir) {}
