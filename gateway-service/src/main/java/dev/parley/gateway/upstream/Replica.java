package dev.parley.gateway.upstream;

import java.net.URI;
import java.time.Instant;

/** One process of a service. Remembers for a moment that it could not be reached. Thread-safe. */
public final class Replica {

    private final URI url;
    private final URI management;
    private volatile Instant restsUntil = Instant.MIN;

    Replica(URI url, URI management) {
        this.url = url;
        this.management = management;
    }

    /** The address at this replica of what a client asked for: path and query go on byte by byte. */
    public URI target(URI asked) {
        String query = asked.getRawQuery();
        return at(query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query);
    }

    /** The address of a path of the service itself. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    /** The address of a path on the management port. */
    public URI managementAt(String path) {
        return URI.create(management + path);
    }

    void restUntil(Instant instant) {
        restsUntil = instant;
    }

    boolean restsAt(Instant now) {
        return now.isBefore(restsUntil);
    }
}
