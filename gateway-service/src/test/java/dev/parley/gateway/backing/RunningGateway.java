package dev.parley.gateway.backing;

import dev.parley.gateway.GatewayService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A gateway before services that are not there: chat and conversation once, agent twice, location with a first replica that is
 * dead, and two services for the tests' own purposes, one of them dead altogether. What stands in for conversation-service is
 * another issuer too.
 */
@SpringBootTest(
        classes = GatewayService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
            "parley.max-request-bytes=10000",
            // Together these tests ask more in a minute than one address may.
            "RATE_LIMIT_PER_MINUTE=0",
            "MAX_STREAMS_PER_CALLER=0",
            "parley.gateway.upstream.rest=0s",
            "parley.gateway.route.table.echo.service=chat-service",
            "parley.gateway.route.table.echo.path=/test/**",
            "parley.gateway.route.table.echo.access=open",
            "parley.gateway.route.table.live.service=chat-service",
            "parley.gateway.route.table.live.path=/test/live/**",
            "parley.gateway.route.table.live.access=open",
            "parley.gateway.route.table.live.stream=true",
            "parley.gateway.route.table.roomy.service=chat-service",
            "parley.gateway.route.table.roomy.path=/test/roomy",
            "parley.gateway.route.table.roomy.access=open",
            "parley.gateway.route.table.roomy.max-bytes=20000B",
            "parley.gateway.route.table.signed-in.service=chat-service",
            "parley.gateway.route.table.signed-in.path=/test/signed-in/**",
            "parley.gateway.route.table.guests.service=chat-service",
            "parley.gateway.route.table.guests.path=/test/guests",
            "parley.gateway.route.table.guests.access=visitor",
            "parley.gateway.route.table.rulers.service=chat-service",
            "parley.gateway.route.table.rulers.path=/test/rulers",
            "parley.gateway.route.table.rulers.access=admin",
            "parley.gateway.route.table.places.service=location-service",
            "parley.gateway.route.table.places.path=/test/places/**",
            "parley.gateway.route.table.places.access=open",
            "parley.gateway.route.table.gone.service=gone-service",
            "parley.gateway.route.table.gone.path=/test/gone/**",
            "parley.gateway.route.table.gone.access=open",
        })
public abstract class RunningGateway {

    protected static final FakeService CHAT = FakeService.start("chat-service");
    protected static final FakeService CONVERSATION = FakeService.start("conversation-service");
    protected static final FakeService AGENT_ONE = FakeService.start("agent-service one");
    protected static final FakeService AGENT_TWO = FakeService.start("agent-service two");
    protected static final FakeService LOCATION = FakeService.start("location-service");

    @LocalServerPort
    private int port;

    protected Client client = new Client(0);

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("CHAT_SERVICE_URL", CHAT::url);
        registry.add("CONVERSATION_SERVICE_URL", CONVERSATION::url);
        registry.add("SUPABASE_URL", CONVERSATION::url);
        registry.add("AGENT_SERVICE_URL", () -> AGENT_ONE.url() + ", " + AGENT_TWO.url() + "/");
        registry.add("LOCATION_SERVICE_URL", () -> Ports.deadUrl() + "," + LOCATION.url());
        registry.add("parley.gateway.upstream.services.gone-service.urls", Ports::deadUrl);
    }

    @BeforeEach
    void connect() {
        client = new Client(port);
    }

    protected String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
