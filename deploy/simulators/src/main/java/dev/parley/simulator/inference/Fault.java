package dev.parley.simulator.inference;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What goes wrong with the next call that it is meant for.
 *
 * @param done whether what was asked for is done all the same
 */
record Fault(Predicate<Request> when, boolean done, int status, Map<String, String> headers) {
    private static final int NONE = 0;

    /** It is refused. */
    static Fault refused(Predicate<Request> when, int status, Map<String, String> headers) {
        return new Fault(when, false, status, headers);
    }

    /** It is done, and the connection is closed in place of an answer. */
    static Fault cut(Predicate<Request> when) {
        return new Fault(when, true, NONE, Map.of());
    }

    void answer(Exchange exchange) {
        if (status == NONE) {
            exchange.drop();
            return;
        }
        Response response = Response.html(status, "");
        for (var header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        exchange.respond(response);
    }
}
