package dev.parley.system.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.node.NodeProgram;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another agent uses the tools, with the protocol's own client. */
@Journey
class McpJourney {
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    private final Visitor visitor;
    private final String url;

    McpJourney(Stack stack) {
        this.visitor = stack.visitor();
        this.url = stack.gateway() + "/mcp";
    }

    @Test
    void the_official_client_finds_and_calls_the_tools_with_a_users_token() {
        JsonNode said = clientSays(token());

        assertThat(said.path("failed").asString("")).as(said.toString()).isEmpty();
        assertThat(said.path("server").asString("")).isEqualTo("parley");
        assertThat(said.path("protocol").asString("")).isEqualTo("2025-11-25");
        assertThat(said.path("tools")
                        .valueStream()
                        .map(tool -> tool.path("name").asString("")))
                .contains("find_places", "location_scout");
        assertThat(said.at("/found/structuredContent/places").size()).isEqualTo(2);
        assertThat(said.at("/refused/isError").asBoolean()).isTrue();
        assertThat(said.at("/refused/content/0/text").asString("")).contains("invalid_arguments", "area");
        assertThat(said.at("/unknown/error").asBoolean()).isTrue();
    }

    @Test
    void the_official_client_is_refused_without_a_token() {
        assertThat(clientSays("").path("failed").asString("")).isEqualTo("401");
    }

    @Test
    void pages_of_others_and_visitors_without_an_account_get_nothing() {
        Visitor user = visitor.signedIn(token());

        Truths.problem(visitor.post("/mcp", LIST), 401, "credentials_required");
        Truths.problem(user.post("/mcp", LIST, "Origin", "https://evil.example"), 403, "origin_not_allowed");
        assertThat(user.post("/mcp", LIST).json().at("/result/tools").size()).isGreaterThanOrEqualTo(2);
        Truths.problem(user.get("/mcp"), 405, "method_not_allowed");
    }

    private JsonNode clientSays(String token) {
        return Json.read(NodeProgram.of("mcp.mjs", 18).run(url, token));
    }

    private String token() {
        Reply registered = visitor.nameless()
                .post(
                        "/api/v1/auth/register",
                        Json.write(Map.of(
                                "email", UUID.randomUUID() + "@people.system-test.example",
                                "password", "twelve lazy otters juggle umbrellas",
                                "display_name", "Somebody")));
        return registered.json().path("access_token").asString("");
    }
}
