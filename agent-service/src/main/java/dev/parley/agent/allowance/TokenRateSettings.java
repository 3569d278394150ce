package dev.parley.agent.allowance;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param tokensPerMinute by provider: {@code OPENAI_TOKENS_PER_MINUTE} and so on; without one there is no limit */
@ConfigurationProperties("parley.agent.model")
record TokenRateSettings(@DefaultValue Map<String, Integer> tokensPerMinute) {}
