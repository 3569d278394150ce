package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.schema.EventSchemas;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.platform.messaging.EventTypes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypeNamesTest {

    @Test
    void every_event_is_a_record_with_a_versioned_name() {
        assertThat(EventSchemas.types()).allSatisfy((wireType, type) -> {
            assertThat(type.isRecord()).isTrue();
            assertThat(wireType).matches("parley\\.[a-z_]+\\.[a-z_]+\\.v[1-9]\\d*");
        });
    }

    @Test
    void no_name_is_on_two_topics() {
        long onTopics = Stream.of(Topic.values())
                .mapToLong(topic -> EventTypes.on(topic).size())
                .sum();

        assertThat(EventSchemas.types()).hasSize(Math.toIntExact(onTopics));
    }

    @Test
    void the_names_of_server_sent_events_are_those_of_the_api() {
        assertThat(EventTypes.on(Topic.TURN_STREAM).keySet().stream().map(TurnEvent::eventName))
                .containsExactlyInAnyOrder(
                        "message_start", "delta", "tool_call", "tool_result", "waiting", "message_end", "error");
    }

    @Test
    void a_type_without_a_name_is_refused() {
        assertThatThrownBy(() -> Event.typeOf(Nameless.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private record Nameless() implements Event {}
}
