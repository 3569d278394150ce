package dev.parley.gateway.backing;

import dev.parley.gateway.GatewayService;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway before all its services, each with its management port; chat has two replicas. All are well at the start of a test. */
@SpringBootTest(
        classes = GatewayService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "VERSION=1.2.3"})
public abstract class WholeGateway {

    protected static final String HEALTH = "/actuator/health";
    protected static final String FIGURES = "/actuator/prometheus";
    protected static final String UP = "{\"status\":\"UP\"}";
    protected static final String DOWN = "{\"status\":\"DOWN\"}";

    protected static final FakeService CHAT = FakeService.start("chat-service");
    protected static final FakeService CHAT_MANAGEMENT = FakeService.start("chat-service management");
    protected static final FakeService CHAT_TWO_MANAGEMENT = FakeService.start("chat-service two management");
    protected static final FakeService AGENT = FakeService.start("agent-service");
    protected static final FakeService AGENT_MANAGEMENT = FakeService.start("agent-service management");
    protected static final FakeService LOCATION = FakeService.start("location-service");
    protected static final FakeService LOCATION_MANAGEMENT = FakeService.start("location-service management");
    protected static final FakeService CONVERSATION = FakeService.start("conversation-service");
    protected static final FakeService CONVERSATION_MANAGEMENT = FakeService.start("conversation-service management");

    private static final Map<String, Supplier<String>> ADDRESSES = Map.of(
            "CHAT_SERVICE_URL", () -> CHAT.url() + "," + CHAT.url(),
            "CHAT_MANAGEMENT_URL", () -> CHAT_MANAGEMENT.url() + "," + CHAT_TWO_MANAGEMENT.url(),
            "AGENT_SERVICE_URL", AGENT::url,
            "AGENT_MANAGEMENT_URL", AGENT_MANAGEMENT::url,
            "LOCATION_SERVICE_URL", LOCATION::url,
            "LOCATION_MANAGEMENT_URL", LOCATION_MANAGEMENT::url,
            "CONVERSATION_SERVICE_URL", CONVERSATION::url,
            "CONVERSATION_MANAGEMENT_URL", CONVERSATION_MANAGEMENT::url);

    @LocalServerPort
    private int port;

    protected Client client = new Client(0);

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        ADDRESSES.forEach((variable, url) -> registry.add(variable, url::get));
    }

    @BeforeEach
    void allIsWell() {
        client = new Client(port);
        well(CHAT_MANAGEMENT);
        well(CHAT_TWO_MANAGEMENT);
        well(AGENT_MANAGEMENT);
        well(LOCATION_MANAGEMENT);
        well(CONVERSATION_MANAGEMENT);
    }

    private static void well(FakeService management) {
        management.on(HEALTH, 200, "application/json", UP);
        management.on(HEALTH + "/db", 200, "application/json", UP);
        management.on(HEALTH + "/kafka", 200, "application/json", UP);
        management.on(HEALTH + "/redis", 404, "application/json", "");
        management.on(FIGURES, 200, "text/plain", "");
    }
}
