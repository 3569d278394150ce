package dev.parley.conversation.catchup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bound how long a reader waits at most; then the answer is what is stored
 * @param poll how often waiting readers look what other replicas have stored
 */
@ConfigurationProperties("parley.conversation.catch-up")
record CatchUpSettings(
        @DefaultValue("2s") Duration bound,
        @DefaultValue("10ms") Duration poll) {}
