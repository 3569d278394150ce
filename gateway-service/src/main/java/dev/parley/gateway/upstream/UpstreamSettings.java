package dev.parley.gateway.upstream;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param services by name; the order is that of the merged documents
 * @param probeTimeout how long a service's management port may take
 * @param rest how long a replica that could not be reached is passed over while there is another
 */
@ConfigurationProperties("parley.gateway.upstream")
record UpstreamSettings(Map<String, Addresses> services, Duration probeTimeout, Duration rest) {

    /** Comma-separated URLs of the replicas; without management URLs they are the same hosts with port + 1000. */
    record Addresses(String urls, @DefaultValue("") String managementUrls) {}
}
