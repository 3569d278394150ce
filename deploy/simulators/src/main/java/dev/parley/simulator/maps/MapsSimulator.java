package dev.parley.simulator.maps;

import dev.parley.simulator.http.LoopbackServer;
import dev.parley.simulator.http.Received;
import dev.parley.simulator.http.Request;
import dev.parley.simulator.maps.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A stand-in for Google Maps Platform (Geocoding, Places API (New), Routes) and for Nominatim, Overpass and OSRM, over real HTTP. The
 * world it answers about is the same in every run. Thread-safe.
 */
public final class MapsSimulator implements AutoCloseable {
    private final World world;
    private final Faults faults;
    private final Received<Request> received;
    private final LoopbackServer server;

    private MapsSimulator(World world, Faults faults, Received<Request> received, LoopbackServer server) {
        this.world = world;
        this.faults = faults;
        this.received = received;
        this.server = server;
    }

    /** Starts one on a free port. */
    public static MapsSimulator start() {
        return start(0);
    }

    /**
     * Starts one.
     *
     * @param port 0 for a free one
     */
    public static MapsSimulator start(int port) {
        World world = World.of(World.USUAL_SEED);
        Faults faults = new Faults();
        Received<Request> received = new Received<>();
        MapsApi api = new MapsApi(world, faults, received, Clock.systemUTC());
        return new MapsSimulator(world, faults, received, LoopbackServer.start(port, "maps-simulator", api));
    }

    /** The one address of all services, such as {@code http://127.0.0.1:41234}: goes where their host and port would. */
    public String baseUrl() {
        return server.url();
    }

    /** What it answers about. */
    public World world() {
        return world;
    }

    /** Spoils the next calls to a service; faults ordered earlier come first. */
    public MapsSimulator fail(Service service, Fault fault) {
        return fail(service, request -> true, fault);
    }

    /** Spoils the next calls that match. */
    public MapsSimulator fail(Service service, Predicate<Request> when, Fault fault) {
        faults.add(service, when, fault);
        return this;
    }

    /** The calls received, oldest first: the newest 2 000 of them. */
    public List<Request> calls() {
        return received.all();
    }

    /** The calls to one service. */
    public List<Request> calls(Service service) {
        return received.all().stream()
                .filter(call -> Service.at(call.path()).equals(Optional.of(service)))
                .toList();
    }

    /** Forgets faults and calls. */
    public void reset() {
        faults.clear();
        received.clear();
    }

    @Override
    public void close() {
        server.close();
    }
}
