package dev.parley.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaCompatibilityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String RELEASED = """
            {"type": "object", "title": "old",
             "properties": {
               "id": {"type": "string", "format": "uuid"},
               "role": {"type": "string", "enum": ["user", "tool"]},
               "tags": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
               "extra": {"type": "object"},
               "note": {"type": "string"}},
             "required": ["id", "role"]}""";

    @Test
    void the_same_schema_may_follow() {
        assertThat(changed("old", "old")).isEmpty();
    }

    @Test
    void other_words_may_follow() {
        assertThat(changed("\"title\": \"old\"", "\"title\": \"new\", \"description\": \"more\""))
                .isEmpty();
    }

    @Test
    void a_property_that_may_be_absent_may_be_added() {
        assertThat(changed("\"note\":", "\"more\": {\"type\": \"string\"}, \"note\":"))
                .isEmpty();
    }

    @Test
    void a_value_of_an_enum_may_be_added() {
        assertThat(changed("[\"user\", \"tool\"]", "[\"user\", \"system\", \"tool\"]"))
                .isEmpty();
    }

    @Test
    void a_removed_property_is_refused() {
        assertThat(changed("\"note\":", "\"remark\":")).containsExactly(".note: the property is gone");
    }

    @Test
    void a_changed_type_is_refused() {
        assertThat(changed("\"note\": {\"type\": \"string\"}", "\"note\": {\"type\": \"integer\"}"))
                .containsExactly(".note: type changed from \"string\" to \"integer\"");
    }

    @Test
    void a_changed_format_is_refused() {
        assertThat(changed("\"uuid\"", "\"uri\"")).containsExactly(".id: format changed from \"uuid\" to \"uri\"");
    }

    @Test
    void a_property_that_becomes_required_is_refused() {
        assertThat(changed("\"id\", \"role\"", "\"id\", \"role\", \"note\""))
                .containsExactly(".note: the property is required now");
    }

    @Test
    void a_property_that_is_no_longer_required_is_refused() {
        assertThat(changed("\"id\", \"role\"", "\"id\""))
                .containsExactly(".role: the property is not required any more");
    }

    @Test
    void a_removed_value_of_an_enum_is_refused() {
        assertThat(changed("[\"user\", \"tool\"]", "[\"user\"]")).containsExactly(".role: the value tool is gone");
    }

    @Test
    void free_text_that_becomes_an_enum_is_refused() {
        assertThat(changed("\"note\": {\"type\": \"string\"}", "\"note\": {\"type\": \"string\", \"enum\": [\"a\"]}"))
                .singleElement()
                .asString()
                .startsWith(".note: enum changed");
    }

    @Test
    void a_schema_that_closes_is_refused() {
        assertThat(changed("\"title\": \"old\"", "\"additionalProperties\": false"))
                .singleElement()
                .asString()
                .startsWith(": additionalProperties changed");
    }

    @Test
    void a_free_object_that_gets_a_shape_is_refused() {
        assertThat(changed(
                        "\"extra\": {\"type\": \"object\"}", "\"extra\": {\"type\": \"object\", \"properties\": {}}"))
                .singleElement()
                .asString()
                .startsWith(".extra: properties changed");
    }

    @Test
    void the_items_of_a_list_are_looked_into() {
        assertThat(changed("{\"name\": {\"type\": \"string\"}}", "{\"name\": {\"type\": \"boolean\"}}"))
                .singleElement()
                .asString()
                .startsWith(".tags[].name: type changed");
    }

    @Test
    void a_type_may_be_added_and_none_may_go() {
        Map<String, JsonNode> one = Map.of("a.v1", JSON.readTree(RELEASED));
        Map<String, JsonNode> two = Map.of("a.v1", JSON.readTree(RELEASED), "a.v2", JSON.readTree("{}"));

        assertThat(SchemaCompatibility.breaches(one, two)).isEmpty();
        assertThat(SchemaCompatibility.breaches(two, one)).containsExactly("a.v2: the type is gone");
    }

    private static List<String> changed(String from, String to) {
        assertThat(RELEASED).contains(from);
        return SchemaCompatibility.breaches(JSON.readTree(RELEASED), JSON.readTree(RELEASED.replace(from, to)));
    }
}
