package dev.parley.gateway.limit;

import dev.parley.gateway.security.GatewayCaller;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts what the gateway does itself for whoever asks, where that costs more than an answer. */
@Component
public final class AddressLimit {
    private final Quotas quotas;
    private final Drawing drawing;

    AddressLimit(Quotas quotas, Drawing drawing) {
        this.quotas = quotas;
        this.drawing = drawing;
    }

    /** Draws from the budget of the client's address; fails with the problem when nothing is left. */
    public Mono<Void> count(ServerWebExchange exchange) {
        GatewayCaller address = GatewayCaller.addressOf(exchange);
        return drawing.draw(quotas.of(address, address, null, false), exchange.getResponse());
    }
}
