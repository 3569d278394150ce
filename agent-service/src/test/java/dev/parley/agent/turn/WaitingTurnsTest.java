package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.testing.backing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Hundreds of turns that wait for a tool, and what they hold meanwhile. */
@AgentTest
@Import(WaitingTurnsTest.WaitTool.class)
@TestPropertySource(properties = "DATABASE_POOL_SIZE=40")
class WaitingTurnsTest {
    private static final int TURNS = 300;
    private static final int MOST_CONNECTIONS = 10;
    private static final Duration SOON = Duration.ofSeconds(90);

    private final EventProducer producer;
    private final WaitTool tool;
    private final HikariPoolMXBean pool;
    private final JdbcClient owner;

    /** Takes until it is let through. */
    static final class WaitTool implements Tool<CountingTool.Word> {
        final CountDownLatch gate = new CountDownLatch(1);
        final AtomicInteger waiting = new AtomicInteger();

        @Override
        public ToolCard card() {
            return new ToolCard("wait", "Wait", "Waits.", "🚧", ToolEffect.READ, Duration.ofMinutes(4), List.of());
        }

        @Override
        public Class<CountingTool.Word> parameters() {
            return CountingTool.Word.class;
        }

        @Override
        public ToolOutcome run(CountingTool.Word word, ToolInvocation invocation) throws InterruptedException {
            waiting.incrementAndGet();
            gate.await();
            waiting.decrementAndGet();
            return ToolOutcome.of(word, false);
        }
    }

    WaitingTurnsTest(
            @Autowired EventProducer producer,
            @Autowired WaitTool tool,
            @Autowired DataSource source,
            @Autowired TestDatabase database)
            throws SQLException {
        this.producer = producer;
        this.tool = tool;
        this.pool = source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        this.owner = JdbcClient.create(database.dataSource());
    }

    @Test
    void three_hundred_turns_that_wait_for_a_tool_hold_a_few_connections_between_them() {
        try (var last = new Talk(producer)) {
            IntStream.range(1, TURNS).forEach(_ -> send(new ConversationId(UUID.randomUUID())));
            RequestTurn turn = last.ask("tool wait");
            await().atMost(SOON).until(() -> tool.waiting.get() == TURNS);

            await().during(Duration.ofSeconds(5))
                    .atMost(SOON)
                    .until(() ->
                            pool.getActiveConnections() <= MOST_CONNECTIONS && inTransaction() <= MOST_CONNECTIONS);

            tool.gate.countDown();
            assertThat(last.outcomeOf(turn).path("text").asString()).isNotEmpty();
            await().atMost(SOON).until(() -> tool.waiting.get() == 0);
        }
    }

    private void send(ConversationId conversation) {
        RequestTurn turn = Requests.plain(conversation, "tool wait");
        producer.sendAndAwait(Outgoing.of(
                Topic.TURN_REQUESTS, conversation.toString(), turn.turnId().value(), turn));
    }

    private int inTransaction() {
        return owner.sql("""
                        select count(*) from pg_stat_activity
                         where datname = current_database() and backend_type = 'client backend' and state <> 'idle'
                           and pid <> pg_backend_pid()""").query(Integer.class).single();
    }
}
