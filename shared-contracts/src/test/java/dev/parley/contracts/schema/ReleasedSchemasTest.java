package dev.parley.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReleasedSchemasTest {

    @Test
    void every_event_may_follow_what_was_released_last() throws IOException {
        Map<String, JsonNode> released = ReleasedSchemas.last();

        assertThat(released).isNotEmpty();
        assertThat(SchemaCompatibility.breaches(released, EventSchemas.all()))
                .as("changes that break readers or records; a new meaning is a new version of the type")
                .isEmpty();
    }
}
