package dev.parley.simulator.inference;

import dev.parley.simulator.http.Exchange;

/** What one host answers, below its own path. */
interface HostApi {
    /** @param path what of it is behind the host's own, such as {@code predictions/ID} */
    void handle(Exchange exchange, String path);
}
