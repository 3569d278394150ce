package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.location.FakePlaces;
import dev.parley.agent.tool.place.PlaceTools;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class ToolControllerTest {
    private final Tools tools = TestTools.registry(PlaceTools.all(new FakePlaces()));
    private final MockMvcTester web = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new ToolController(tools))
            .setMessageConverters(new JacksonJsonHttpMessageConverter(WireJson.mapper()))
            .build());

    @Test
    void the_tools_are_listed_on_one_page() {
        JsonNode page = get("/api/tools");

        assertThat(page.path("next_cursor").isNull()).isTrue();
        assertThat(page.path("items").valueStream().map(it -> it.path("tool_id").asString()))
                .containsExactly("find_places", "location_scout");
    }

    @Test
    void a_tool_shows_what_a_client_needs_and_no_more() {
        JsonNode tool = get("/api/tools/location_scout");

        assertThat(tool.propertyNames())
                .containsExactly("tool_id", "name", "description", "icon", "parameters", "approval_required");
        assertThat(tool.path("approval_required").asBoolean()).isFalse();
        assertThat(tool.path("parameters").path("type").asString()).isEqualTo("object");
        assertThat(tool.path("parameters").path("required").toString()).isEqualTo("[\"business_type\",\"area\"]");
        assertThat(tool.path("parameters")
                        .path("properties")
                        .path("radius_m")
                        .path("default")
                        .asInt())
                .isEqualTo(3_000);
    }

    @Test
    void a_tool_that_does_not_exist_is_not_found() {
        assertThatThrownBy(() -> new ToolController(tools).get("teleport"))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    private JsonNode get(String path) {
        var answer = web.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return WireJson.mapper().readTree(answer.getResponse().getContentAsByteArray());
    }
}
