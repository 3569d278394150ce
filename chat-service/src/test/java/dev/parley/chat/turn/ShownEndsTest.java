package dev.parley.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.parley.chat.stream.EventId;
import dev.parley.chat.stream.OutcomePlace;
import dev.parley.chat.stream.StreamEvent;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.TurnError;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownEndsTest {
    private final TurnTable table = new TurnTable();
    private final Turns turns = new Turns(table.jdbc);
    private final ShownEnds ends = new ShownEnds(turns);
    private final Turn turn = table.enter(null);

    @ParameterizedTest
    @CsvSource({"STOP,COMPLETED", "LENGTH,COMPLETED", "TOOL_LIMIT,COMPLETED", "CANCELLED,CANCELLED"})
    void an_answer_ends_its_turn_as_its_outcome_would(FinishReason reason, TurnStatus status) {
        ends.note(turn, answered(reason));

        Turn noted = noted();
        assertThat(noted.status()).isEqualTo(status);
        assertThat(noted.attempt()).isEqualTo(2);
        assertThat(noted.errorCode()).isNull();
        assertThat(noted.acked()).isTrue();
        assertThat(noted.finishedAt()).isNotNull();
    }

    @Test
    void an_error_ends_it_with_its_code() {
        ends.note(turn, failed("0-7-2", "model_timeout"));

        assertThat(noted().status()).isEqualTo(TurnStatus.FAILED);
        assertThat(noted().errorCode()).isEqualTo("model_timeout");
    }

    @Test
    void what_ends_only_the_reading_ends_no_turn() {
        ends.note(turn, failed(null, "access_revoked"));

        assertThat(noted().status()).isEqualTo(TurnStatus.QUEUED);
    }

    @Test
    void the_outcome_fills_in_what_the_stream_does_not_say() {
        var place = new OutcomePlace(3, 17);
        ends.note(turn, answered(FinishReason.STOP));
        turns.markRunning(TurnTable.started(turn, 2, "asked for"));
        turns.markEnded(TurnTable.completed(turn, "answered", place, TurnTable.NOW));

        ends.note(turn, answered(FinishReason.STOP));

        Turn noted = noted();
        assertThat(noted.attempt()).isEqualTo(1);
        assertThat(noted.model()).isEqualTo("answered");
        assertThat(noted.outcome()).contains(place);
        assertThat(noted.finishedAt()).isEqualTo(TurnTable.NOW);
    }

    @Test
    void neither_a_database_that_is_away_nor_an_end_of_tomorrow_keeps_it_from_the_client() {
        StreamEvent unknown = event("0-7-2", "message_end", "{\"finish_reason\":\"bored\"}".getBytes(UTF_8));
        assertThatNoException().isThrownBy(() -> ends.note(turn, unknown));

        table.goesAway();
        assertThatNoException().isThrownBy(() -> ends.note(turn, answered(FinishReason.STOP)));

        table.comesBack();
        assertThat(noted().status()).isEqualTo(TurnStatus.QUEUED);
    }

    private Turn noted() {
        return turns.find(turn.id()).orElseThrow();
    }

    private StreamEvent answered(FinishReason reason) {
        return event("0-7-2", new MessageEnd(turn.id(), turn.message(), "Hi", reason, Usage.NONE, List.of()));
    }

    private StreamEvent failed(@Nullable String id, String code) {
        return event(id, new TurnError(turn.id(), code, "So it is.", false));
    }

    private static StreamEvent event(@Nullable String id, TurnEvent event) {
        return event(id, event.eventName(), WireJson.write(event));
    }

    private static StreamEvent event(@Nullable String id, String name, byte[] data) {
        return new StreamEvent(id == null ? null : EventId.parse(id), 0, name, data, true);
    }
}
