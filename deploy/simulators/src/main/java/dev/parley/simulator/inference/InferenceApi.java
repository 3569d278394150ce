package dev.parley.simulator.inference;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Handler;
import dev.parley.simulator.http.Response;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.core.JacksonException;

/** All hosts at one address, each below a path of its own; and what is to go wrong. */
final class InferenceApi implements Handler {
    private final Map<String, HostApi> hosts;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    /** @param hosts by their paths */
    InferenceApi(Map<String, HostApi> hosts) {
        this.hosts = Map.copyOf(hosts);
    }

    void fail(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void handle(Exchange exchange) {
        Optional<Fault> fault =
                faults.stream().filter(it -> it.when().test(exchange.request())).findFirst();
        fault.ifPresent(faults::remove);
        if (fault.isPresent() && !fault.get().done()) {
            fault.get().answer(exchange);
            return;
        }
        if (fault.isPresent()) {
            exchange.withhold();
        }
        route(exchange);
        fault.ifPresent(it -> it.answer(exchange));
    }

    private void route(Exchange exchange) {
        String path = exchange.request().path();
        try {
            hosts.entrySet().stream()
                    .filter(host -> path.startsWith(host.getKey()))
                    .findFirst()
                    .ifPresentOrElse(
                            host -> host.getValue()
                                    .handle(
                                            exchange,
                                            path.substring(host.getKey().length())),
                            () -> exchange.respond(Response.html(404, "")));
        } catch (JacksonException notJson) {
            exchange.respond(Response.html(400, String.valueOf(notJson.getMessage())));
        }
    }
}
