package dev.parley.chat.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.TurnId;
import dev.parley.testing.topic.TopicWriter;
import java.util.Map;

/** Writes turns' records to a partition of {@code chat.turn-stream}, as agents would. */
final class StreamLog {
    private final TopicWriter writer = TopicWriter.to("chat.turn-stream");
    private final int partition;

    StreamLog(int partition) {
        this.partition = partition;
    }

    LogId start(TurnId turn, int attempt) {
        return write(turn, attempt, "message_start", "{}");
    }

    LogId say(TurnId turn, int attempt, String text) {
        return write(turn, attempt, "delta", "{\"text\":\"" + text + "\"}");
    }

    LogId end(TurnId turn, int attempt) {
        return write(turn, attempt, "message_end", "{}");
    }

    private LogId write(TurnId turn, int attempt, String event, String body) {
        var written = writer.write(partition, "a conversation", body.getBytes(UTF_8), headers(turn, attempt, event));
        return new LogId(partition, written.offset(), attempt);
    }

    static Map<String, String> headers(TurnId turn, int attempt, String event) {
        return Map.of(
                CloudEventHeaders.TYPE,
                "parley.turn." + event + ".v1",
                CloudEventHeaders.TURN,
                turn.toString(),
                CloudEventHeaders.ATTEMPT,
                Integer.toString(attempt));
    }
}
