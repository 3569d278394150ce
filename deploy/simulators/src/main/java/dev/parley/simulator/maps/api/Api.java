package dev.parley.simulator.maps.api;

import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;

/** One imitated service. */
public interface Api {
    Response answer(Request request);

    /** Refuses a request for a reason, as this service does. */
    Response refuse(Refusal reason);
}
