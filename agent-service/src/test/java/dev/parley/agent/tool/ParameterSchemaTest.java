package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;

class ParameterSchemaTest {
    @Test
    void a_record_becomes_a_schema() {
        String schema = WireJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(ParameterSchema.of(SampleTool.Parameters.class));

        assertThat(WireJson.mapper().readTree(schema))
                .isEqualTo(WireJson.mapper().readTree("""
                {"type": "object",
                 "properties": {
                   "display_name": {"type": "string", "description": "What it is called", "minLength": 1, "maxLength": 10},
                   "count": {"type": "integer", "minimum": 1, "maximum": 9, "default": 3},
                   "unit": {"type": "string", "enum": ["METRIC", "IMPERIAL"], "default": "METRIC"},
                   "verbose": {"type": "boolean"},
                   "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
                   "at": {"type": "object",
                          "properties": {"lat": {"type": "number"}, "lng": {"type": "number"}},
                          "required": ["lat", "lng"],
                          "additionalProperties": false}},
                 "required": ["display_name"],
                 "additionalProperties": false}
                """));
    }
}
