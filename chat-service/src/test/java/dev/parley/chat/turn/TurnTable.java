package dev.parley.chat.turn;

import dev.parley.chat.stream.OutcomePlace;
import dev.parley.chat.stream.StreamPlace;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The service's tables in a database of a test's own. */
final class TurnTable {
    static final Principal OWNER = new Principal(Principal.Kind.SESSION, "owner");
    static final TurnSettings SETTINGS = new TurnSettings(
            20,
            40,
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofMinutes(20),
            Duration.ofSeconds(5),
            Duration.ofDays(30),
            Duration.ofSeconds(2));
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    final JdbcClient jdbc;
    private final AtomicBoolean away = new AtomicBoolean();

    TurnTable() {
        DataSource database = new DelegatingDataSource(Databases.fresh().dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.get()) {
                    throw new SQLException("The database is away", "08001");
                }
                return super.getConnection();
            }
        };
        Migrations.run(database);
        this.jdbc = JdbcClient.create(database);
    }

    /** A turn as it is just before its request is sent. */
    Turn enter(@Nullable String idempotencyKey) {
        TurnId id = new TurnId(UUID.randomUUID());
        var conversation = new ConversationId(UUID.randomUUID());
        var question = new MessageId(UUID.randomUUID());
        var answer = new MessageId(UUID.randomUUID());
        byte[] request = WireJson.write(new RequestTurn(
                id,
                conversation,
                OWNER,
                null,
                question,
                answer,
                "Hi",
                "web",
                null,
                null,
                null,
                OnBusy.ENQUEUE,
                0,
                NOW,
                NOW));
        var turn = new Turn(
                id,
                conversation,
                OWNER,
                question,
                answer,
                null,
                TurnStatus.QUEUED,
                0,
                null,
                false,
                request,
                new StreamPlace(id, 0, 0),
                Optional.empty(),
                idempotencyKey,
                null,
                new byte[] {1},
                NOW,
                null);
        new Turns(jdbc).add(turn);
        return turn;
    }

    /** Lets time pass for all that wait for something. */
    void passes(String interval) {
        jdbc.sql("""
                        update turn set entered_at = entered_at - cast(:interval as interval),
                            withdrawal_due = withdrawal_due - cast(:interval as interval),
                            finished_at = finished_at - cast(:interval as interval)""").param("interval", interval).update();
    }

    void goesAway() {
        away.set(true);
    }

    void comesBack() {
        away.set(false);
    }

    void clear() {
        jdbc.sql("delete from turn").update();
    }

    long rows() {
        return jdbc.sql("select count(*) from turn").query(Long.class).single();
    }

    /** What an agent says when it begins a turn. */
    static List<TurnStarted> started(Turn turn, int attempt, String model) {
        return List.of(new TurnStarted(turn.id(), turn.conversation(), turn.owner(), null, attempt, model, NOW));
    }

    /** What an agent says when a turn waits for somebody. */
    static List<TurnPaused> paused(Turn turn, Duration atMost) {
        Instant now = Clock.systemUTC().instant();
        return List.of(new TurnPaused(
                turn.id(), turn.conversation(), turn.owner(), null, 1, List.of("call"), now.plus(atMost), now));
    }

    /** What the log says of an answer. */
    static List<Outcome> completed(Turn turn, String model, OutcomePlace place, Instant at) {
        return List.of(new Outcome(turn.id(), new TurnEnd(TurnStatus.COMPLETED, 1, null), model, place, at));
    }
}
