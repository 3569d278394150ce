package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.chat.stream.StreamPlace;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table turn. */
final class TurnRow {
    private TurnRow() {}

    static Turn read(ResultSet row, int number) throws SQLException {
        var id = new TurnId(row.getObject("id", UUID.class));
        return new Turn(
                id,
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new Principal(Principal.Kind.valueOf(row.getString("owner_kind")), row.getString("owner_id")),
                new MessageId(row.getObject("user_message_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getString("model"),
                TurnStatus.ofColumn(row.getString("status")),
                row.getInt("attempt"),
                row.getString("error_code"),
                row.getBoolean("acked"),
                row.getBytes("request"),
                new StreamPlace(id, row.getInt("stream_partition"), row.getLong("first_offset")),
                outcome(row),
                row.getString("idempotency_key"),
                row.getString("note"),
                row.getBytes("request_hash"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("finished_at")));
    }

    private static Optional<OutcomePlace> outcome(ResultSet row) throws SQLException {
        int partition = row.getInt("outcome_partition");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new OutcomePlace(partition, row.getLong("outcome_offset")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
