package dev.parley.conversation.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.Migrations;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReplacedLogTest {
    private static final LogPartition FIRST = new LogPartition(Topic.TURN_REQUESTS, 0);
    private static final LogPartition SECOND = new LogPartition(Topic.TURN_OUTCOMES, 1);

    private final DataSource database = Databases.fresh().dataSource();
    private final Progress progress = new Progress();
    private final AppliedPositions positions = new AppliedPositions(JdbcClient.create(database), progress);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final ReplacedLog replaced = new ReplacedLog(progress, positions);

    @BeforeEach
    void there_are_tables() {
        Migrations.run(database);
    }

    @Test
    void positions_are_kept_with_the_transaction_and_never_move_back() {
        advance(new Positions(Map.of(FIRST, 10L, SECOND, 3L)));
        advance(new Positions(Map.of(FIRST, 7L, SECOND, 4L)));
        transactions.executeWithoutResult(status -> {
            positions.advance(new Positions(Map.of(FIRST, 99L)));
            status.setRollbackOnly();
        });

        assertThat(positions.all()).isEqualTo(new Positions(Map.of(FIRST, 10L, SECOND, 4L)));
        assertThat(progress.known()).isEqualTo(positions.all());
    }

    @Test
    void a_log_that_ends_before_what_was_stored_is_another_one() {
        advance(new Positions(Map.of(FIRST, 5000L, SECOND, 4L)));

        Positions ends = replaced.check(
                        () -> CompletableFuture.completedFuture(new Positions(Map.of(FIRST, 12L, SECOND, 4L))))
                .join();

        assertThat(ends.next()).containsEntry(FIRST, 12L);
        assertThat(progress.covers(new Positions(Map.of(FIRST, 12L)))).isFalse();
        await().until(() -> positions.all().equals(new Positions(Map.of(SECOND, 4L))));
    }

    @Test
    void what_is_stored_while_the_question_is_on_its_way_is_no_sign_of_that() {
        advance(new Positions(Map.of(FIRST, 5L)));

        replaced.check(() -> {
                    advance(new Positions(Map.of(FIRST, 6L)));
                    return CompletableFuture.completedFuture(new Positions(Map.of(FIRST, 5L)));
                })
                .join();

        assertThat(progress.covers(new Positions(Map.of(FIRST, 6L)))).isTrue();
    }

    private void advance(Positions reached) {
        transactions.executeWithoutResult(_ -> positions.advance(reached));
    }
}
