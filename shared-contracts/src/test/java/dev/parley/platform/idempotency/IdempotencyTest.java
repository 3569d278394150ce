package dev.parley.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyTest {
    private static final Caller CALLER = new Caller.Session(new Principal(Principal.Kind.SESSION, "abc"));
    private static final IdempotencyKey KEY = new IdempotencyKey("k1");

    private static final DataSource DATABASE = IdempotencySchema.fresh();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final IdempotencyKeys keys = new IdempotencyKeys(jdbc);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
    private final Idempotency idempotency = new Idempotency(keys, transactions, JsonMapper.shared());
    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void clear() {
        jdbc.sql("truncate platform.idempotency_key").update();
        jdbc.sql("truncate effect").update();
    }

    private ResponseEntity<byte[]> once(String hash) {
        return idempotency.once(CALLER, KEY, hash, this::effect);
    }

    private Answer effect() {
        jdbc.sql("insert into effect values (1)").update();
        return Answer.accepted(Map.of("run", runs.incrementAndGet()));
    }

    private long effects() {
        return jdbc.sql("select count(*) from effect").query(Long.class).single();
    }

    private static ProblemCode problemOf(Supplier<?> call) {
        return assertThrows(ProblemException.class, call::get).code();
    }

    @Test
    void the_effect_happens_once() {
        var first = once("h");
        var again = once("h");

        assertThat(effects()).isEqualTo(1);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getStatusCode()).isEqualTo(first.getStatusCode());
    }

    @Test
    void a_failed_effect_leaves_nothing_and_the_key_free() {
        Supplier<Answer> failing = () -> {
            effect();
            throw new IllegalStateException("too bad");
        };
        assertThatIllegalStateException().isThrownBy(() -> idempotency.once(CALLER, KEY, "h", failing));
        assertThat(effects()).isZero();

        assertThat(once("h").getStatusCode().value()).isEqualTo(202);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void it_joins_the_transaction_of_its_caller() {
        transactions.executeWithoutResult(transaction -> {
            once("h");
            transaction.setRollbackOnly();
        });

        assertThat(effects()).isZero();
        assertThat(keys.find("session:abc", "k1")).isEmpty();
    }

    @Test
    void a_repeat_while_the_first_still_runs_is_told_so() {
        Supplier<Answer> impatient = () -> {
            assertThat(problemOf(InParallel.call(() -> once("h")))).isEqualTo(ProblemCode.IDEMPOTENCY_IN_PROGRESS);
            return effect();
        };

        idempotency.once(CALLER, KEY, "h", impatient);

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void a_process_that_dies_frees_its_key() throws SQLException {
        try (Connection dying = DATABASE.getConnection()) {
            dying.setAutoCommit(false);
            take(dying);
            assertThat(problemOf(() -> once("h"))).isEqualTo(ProblemCode.IDEMPOTENCY_IN_PROGRESS);
        }

        assertThat(once("h").getStatusCode().value()).isEqualTo(202);
    }

    @Test
    void a_host_that_vanishes_holds_its_key_for_thirty_seconds_at_the_most() {
        String limit = transactions.execute(transaction -> {
            keys.take("session:abc", "k1");
            return jdbc.sql("show idle_in_transaction_session_timeout")
                    .query(String.class)
                    .single();
        });

        assertThat(limit).isEqualTo("30s");
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout")
                        .query(String.class)
                        .single())
                .isEqualTo("0");
    }

    @Test
    void after_a_day_a_key_may_be_used_anew() {
        once("h");
        jdbc.sql("update platform.idempotency_key set created_at = now() - interval '24 hours 1 second'")
                .update();

        assertThat(once("other").getStatusCode().value()).isEqualTo(202);
        assertThat(effects()).isEqualTo(2);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> once("h"));
    }

    @Test
    void only_what_is_older_than_a_day_is_forgotten() {
        once("h");
        assertThat(keys.forgetOld()).isZero();

        jdbc.sql("update platform.idempotency_key set created_at = now() - interval '24 hours 1 second'")
                .update();
        assertThat(keys.forgetOld()).isEqualTo(1);
    }

    @Test
    void who_is_forgotten_has_no_answers_left() {
        once("h");
        idempotency.forget(new Principal(Principal.Kind.USER, "abc"));
        assertThat(once("h").getHeaders().containsHeader("Idempotent-Replayed")).isTrue();

        idempotency.forget(CALLER.principal());

        assertThat(jdbc.sql("select count(*) from platform.idempotency_key")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void operations_and_bodies_are_told_apart() {
        assertThat(idempotency.hash("POST /a", Map.of("x", 1)))
                .isEqualTo(idempotency.hash("POST /a", Map.of("x", 1)))
                .isNotEqualTo(idempotency.hash("POST /b", Map.of("x", 1)))
                .isNotEqualTo(idempotency.hash("POST /a", Map.of("x", 2)));
    }

    private static void take(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "idempotency session:abc k1");
            assertThat(statement.execute()).isTrue();
        }
    }
}
