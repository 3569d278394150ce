package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.token.TestTokens;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The tools as other agents use them. */
@AgentTest
class McpEndpointTest {
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private final String token = TestTokens.withRoles("user");
    private final String url;
    private final RestTestClient http;
    private final GateTool gate;
    private final GateTool door;

    McpEndpointTest(
            @Autowired @Qualifier("gate") GateTool gate,
            @Autowired @Qualifier("door") GateTool door,
            @Autowired @LocalServerPort int port) {
        this.gate = gate;
        this.door = door;
        this.url = "http://127.0.0.1:" + port;
        this.http = RestTestClient.bindToServer().baseUrl(url).build();
    }

    @Test
    void a_client_finds_the_tools_with_what_they_change() {
        try (McpSyncClient client = client()) {
            assertThat(client.getServerInfo().name()).isEqualTo("parley");

            Map<String, Tool> tools =
                    client.listTools().tools().stream().collect(Collectors.toMap(Tool::name, it -> it));

            assertThat(tools).containsKeys("reading", "counting", "sending", "find_places");
            assertThat(tool(tools, "reading").annotations().readOnlyHint()).isTrue();
            assertThat(tool(tools, "counting").annotations().readOnlyHint()).isFalse();
            assertThat(tool(tools, "sending").annotations().idempotentHint()).isTrue();
            assertThat(tool(tools, "find_places").inputSchema()).containsKey("properties");
        }
    }

    @Test
    void a_call_runs_the_tool_and_what_goes_wrong_is_said_to_the_model() {
        try (McpSyncClient client = client()) {
            CallToolResult counted = client.callTool(CallToolRequest.builder("counting")
                    .arguments(Map.of("word", "tea"))
                    .build());
            assertThat(counted.isError()).isFalse();
            assertThat(WireJson.mapper().<JsonNode>valueToTree(counted.structuredContent()))
                    .isEqualTo(WireJson.mapper().readTree("{\"word\":\"tea\",\"length\":3}"));

            assertThat(error(client, "counting", Map.of())).contains("invalid_arguments", "Missing: word");
            assertThat(error(client, "broken_reading", Map.of("word", "tea"))).contains("tool_failed");
            assertThat(error(client, "broken_writing", Map.of("word", "tea"))).contains("outcome_unknown");
        }
    }

    @Test
    void a_result_is_only_so_long() {
        try (McpSyncClient client = client()) {
            CallToolResult large = client.callTool(CallToolRequest.builder("large")
                    .arguments(Map.of("word", "tea"))
                    .build());

            assertThat(large.isError()).isFalse();
            assertThat(large.structuredContent()).isNull();
            assertThat(large.content().toString().length()).isLessThan(110_000);
        }
    }

    @Test
    void who_closes_the_connection_cancels_the_call() throws Exception {
        try (Socket socket = calling("gate")) {
            assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(socket.isConnected()).isTrue();
        }

        assertThat(gate.toldToStop.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_answer_that_takes_its_time_has_blanks_in_front() throws Exception {
        try (Socket socket = calling("door");
                var answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line = answer.readLine();
            assertThat(line).contains("200");
            while (!line.isBlank()) {
                line = answer.readLine();
            }
            assertThat(answer.readLine()).isEqualTo("1");
            assertThat(answer.readLine()).isEqualTo(" ");

            door.gate.countDown();

            assertThat(answer.lines()
                            .filter(it -> it.contains("structuredContent"))
                            .findFirst())
                    .hasValueSatisfying(json -> assertThat(json).contains("\"word\":\"tea\""));
        }
    }

    /** A connection on which a call has been sent. */
    private Socket calling(String tool) throws IOException {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{\"word\":\"tea\"}}}";
        String head = "POST /mcp HTTP/1.1\r\nHost: agent\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + call.length() + "\r\n\r\n";
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
        socket.getOutputStream().write((head + call).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void without_a_users_token_nothing_is_answered() {
        assertThat(http.post()
                        .uri("/mcp")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Session-Id", "a-visitor-of-some-length")
                        .body(LIST)
                        .exchange()
                        .expectStatus()
                        .isUnauthorized()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseHeaders()
                        .getFirst("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void what_is_no_message_is_a_bad_request_and_a_notification_is_taken() {
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", "2025-11-25", HttpStatus.ACCEPTED);
        post(LIST, "1999-01-01", HttpStatus.BAD_REQUEST);
        post("[]", "2025-11-25", HttpStatus.BAD_REQUEST);
        post("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", "2025-11-25", HttpStatus.BAD_REQUEST);
        assertThat(post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}", "2025-11-25", HttpStatus.OK))
                .contains("-32601");
        http.get()
                .uri("/mcp")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
    }

    private String post(String message, String version, HttpStatus expected) {
        return String.valueOf(http.post()
                .uri("/mcp")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer " + token)
                .header("MCP-Protocol-Version", version)
                .body(message)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Tool tool(Map<String, Tool> tools, String name) {
        return Objects.requireNonNull(tools.get(name));
    }

    private static String error(McpSyncClient client, String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        assertThat(result.isError()).isTrue();
        return result.content().toString();
    }

    private McpSyncClient client() {
        var transport = HttpClientStreamableHttpTransport.builder(url)
                .endpoint("/mcp")
                .addHttpRequestCustomizer(
                        (request, method, uri, body, context) -> request.setHeader("Authorization", "Bearer " + token))
                .build();
        McpSyncClient client = McpClient.sync(transport).build();
        var _ = client.initialize();
        return client;
    }
}
