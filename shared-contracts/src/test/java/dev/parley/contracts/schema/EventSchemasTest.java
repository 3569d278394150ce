package dev.parley.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.MessageAppended;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestTurn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventSchemasTest {

    @Test
    void what_may_be_absent_is_not_required() {
        assertThat(EventSchemas.of(RequestTurn.class)
                        .get("required")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("turn_id", "on_busy", "stream_partition")
                .doesNotContain("workspace_id", "model", "tool_id", "assistant");
    }

    @Test
    void an_id_is_a_string_with_the_format_of_a_uuid() {
        JsonNode id = property(EventSchemas.of(RequestTurn.class), "turn_id");

        assertThat(id.get("type").asString()).isEqualTo("string");
        assertThat(id.get("format").asString()).isEqualTo("uuid");
    }

    @Test
    void an_enum_lists_its_names_on_the_wire() {
        assertThat(property(EventSchemas.of(MessageEnd.class), "finish_reason")
                        .get("enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("stop", "length", "tool_limit", "cancelled", "tool_calls");
    }

    @Test
    void a_time_and_an_amount_have_their_types() {
        JsonNode schema = EventSchemas.of(MessageAppended.class);

        assertThat(property(schema, "created_at").get("format").asString()).isEqualTo("date-time");
        assertThat(property(property(schema, "usage"), "cost_usd").get("type").asString())
                .isEqualTo("number");
    }

    @Test
    void what_the_code_says_of_a_component_is_its_description() {
        assertThat(property(EventSchemas.of(RequestTurn.class), "expires_at")
                        .get("description")
                        .asString())
                .isEqualTo("after this the turn is not begun any more");
    }

    @Test
    void a_component_knows_better_than_its_type() {
        JsonNode id = property(EventSchemas.of(RequestTurn.class), "message_id");

        assertThat(id.propertyNames()).containsExactly("type", "format", "description");
        assertThat(id.get("description").asString()).isEqualTo("the id that the answer will have");
    }

    @Test
    void schemas_stay_open() {
        assertThat(EventSchemas.all().values())
                .allSatisfy(schema ->
                        assertThat(schema.findValues("additionalProperties")).isEmpty());
    }

    private static JsonNode property(JsonNode schema, String name) {
        return schema.get("properties").get(name);
    }
}
