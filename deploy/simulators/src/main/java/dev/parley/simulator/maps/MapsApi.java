package dev.parley.simulator.maps;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.Handler;
import dev.parley.simulator.http.Received;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.http.Response;
import dev.parley.simulator.maps.api.Api;
import dev.parley.simulator.maps.google.GeocodingApi;
import dev.parley.simulator.maps.google.PlacesApi;
import dev.parley.simulator.maps.google.RoutesApi;
import dev.parley.simulator.maps.osm.NominatimApi;
import dev.parley.simulator.maps.osm.OsrmApi;
import dev.parley.simulator.maps.osm.OverpassApi;
import dev.parley.simulator.maps.world.World;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Sends each call to its service, or to the fault that was ordered for it. */
final class MapsApi implements Handler {
    private final Map<Service, Api> services;
    private final Faults faults;
    private final Received<Request> received;
    private final FaultOrders orders;

    MapsApi(World world, Faults faults, Received<Request> received, Clock clock) {
        this.services = Map.of(
                Service.GEOCODING, new GeocodingApi(world),
                Service.PLACES, new PlacesApi(world, clock),
                Service.ROUTES, new RoutesApi(world),
                Service.NOMINATIM, new NominatimApi(world),
                Service.OVERPASS, new OverpassApi(world, clock),
                Service.OSRM, new OsrmApi(world));
        this.faults = faults;
        this.received = received;
        this.orders = new FaultOrders(faults, received);
    }

    @Override
    public void handle(Exchange exchange) {
        Request request = exchange.request();
        Optional<Service> service = Service.at(request.path());
        if (service.isEmpty()) {
            exchange.respond(orders.answer(request));
            return;
        }
        received.add(request);
        Optional<Fault> fault = faults.next(service.get(), request);
        Api api = Objects.requireNonNull(services.get(service.get()));
        if (fault.isEmpty()) {
            exchange.respond(api.answer(request));
        } else {
            exchange.wheel().after(fault.get().delay(), () -> spoil(exchange, api, fault.get()));
        }
    }

    private static void spoil(Exchange exchange, Api api, Fault fault) {
        switch (fault.effect()) {
            case REFUSED -> exchange.respond(refusal(api, fault));
            case LATE -> exchange.respond(api.answer(exchange.request()));
            case GARBAGE -> exchange.respond(new Response(200, "application/json", "<html>oops", Map.of()));
            case CUT -> exchange.respondHalf(api.answer(exchange.request()));
            case SILENCE -> {}
        }
    }

    private static Response refusal(Api api, Fault fault) {
        Response refusal = api.refuse(fault.refusal().orElseThrow());
        return fault.retryAfter()
                .map(wait -> refusal.with("Retry-After", Long.toString(wait.toSeconds())))
                .orElse(refusal);
    }
}
