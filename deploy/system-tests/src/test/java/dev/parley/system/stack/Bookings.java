package dev.parley.system.stack;

import dev.parley.simulator.http.Exchange;
import dev.parley.simulator.http.LoopbackServer;
import dev.parley.simulator.http.Response;
import dev.parley.system.visitor.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web service that a tool of the stacks asks, by a file in {@code TOOLS_DIR}: each call of it has an effect. */
public final class Bookings implements AutoCloseable {
    /** The tool, of which somebody has to agree to each call. */
    public static final String TOOL = "book_telescope";

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = LoopbackServer.start(0, "bookings", this::book);

    /** How often this was booked for somebody. */
    public long count(String name) {
        return names.stream().filter(name::equals).count();
    }

    private void book(Exchange exchange) {
        String name = Json.read(exchange.request().body()).path("name").asString("");
        names.add(name);
        exchange.respond(Response.json(200, Json.read(Json.write(Map.of("booked_for", name)))));
    }

    /** What describes the tool. */
    String toolFile() {
        return """
                tool_id: %s
                name: Book a telescope
                description: Books a night at the observatory's telescope.
                icon: "🔭"
                effect: write
                timeout: 10s
                approval_required: true
                parameters:
                  properties:
                    name: { type: string, description: For whom, maxLength: 100 }
                  required: [name]
                request:
                  method: POST
                  url: "%s/bookings"
                  body: { name: "{name}" }
                examples: ["book the observatory's telescope for tonight"]
                """.formatted(TOOL, server.url());
    }

    @Override
    public void close() {
        server.close();
    }
}
