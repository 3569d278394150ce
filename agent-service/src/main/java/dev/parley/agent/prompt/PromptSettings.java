package dev.parley.agent.prompt;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param folder {@code PROMPTS_DIR}: prompts of the operator's own, {@code NAME.md} each; blank: none */
@ConfigurationProperties("parley.agent.prompts")
record PromptSettings(@DefaultValue("") String folder) {}
