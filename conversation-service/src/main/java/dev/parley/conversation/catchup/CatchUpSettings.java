package dev.parley.conversation.catchup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param bound how long a reader waits at most; then the answer is what is stored
 * @param order how long a question waits at most for the answers that were on the log before it: a wrong
 *     order stays for good
 * @param poll how often waiting readers look what other replicas have stored
 */
@ConfigurationProperties("parley.conversation.catch-up")
record CatchUpSettings(
        @DefaultValue("2s") Duration bound,
        @DefaultValue("2m") Duration order,
        @DefaultValue("10ms") Duration poll) {}
