package dev.parley.conversation.takeout;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who keeps something of people besides us.
 *
 * @param services the addresses of the replicas, by the service's name: the same as those whose work is seen; without any, it
 *     is not asked
 * @param patience until an answer begins
 */
@ConfigurationProperties("parley.conversation.takeout")
record TakeoutSettings(Map<String, List<URI>> services, Duration patience) {}
