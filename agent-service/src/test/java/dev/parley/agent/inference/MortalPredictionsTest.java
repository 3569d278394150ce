package dev.parley.agent.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.inference.InferenceJob.Wanted;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Cancellation;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Fenced;
import dev.parley.platform.work.Paused;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkItem;
import dev.parley.simulator.inference.InferenceSimulator;
import dev.parley.simulator.inference.SimulatedRun;
import dev.parley.testing.backing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A worker is killed at every single step of a prediction; another one goes on. */
@AgentTest
class MortalPredictionsTest {
    private static final InferenceSimulator PROVIDERS = InferenceSimulator.start();
    private static final int MORE_STEPS_THAN_IT_HAS = 50;
    private static final int NEVER = Integer.MAX_VALUE;

    private final InferenceJob inference;
    private final JdbcClient database;
    private final Member ada;

    MortalPredictionsTest(
            @Autowired InferenceJob inference, @Autowired TestDatabase database, @LocalServerPort int port) {
        this.inference = inference;
        this.database = JdbcClient.create(database.dataSource());
        this.ada = new Member(port);
    }

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        registry.add("parley.agent.inference.runpod.key", () -> "sim");
        registry.add("parley.agent.inference.runpod.url", PROVIDERS::runpodUrl);
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @Test
    void it_is_begun_once_at_the_most_and_ends_wherever_the_first_worker_is_killed() throws Exception {
        List<Optional<String>> ends = new ArrayList<>();
        boolean died = true;
        for (int steps = 0; died && steps < MORE_STEPS_THAN_IT_HAS; steps++) {
            UUID job = UUID.randomUUID();
            String endpoint = "e" + steps;
            add(job);
            died = dies(item(job, endpoint, steps));
            assertThat(dies(item(job, endpoint, NEVER))).isFalse();

            List<SimulatedRun> begun = PROVIDERS.runs().stream()
                    .filter(run -> run.model().equals(endpoint))
                    .toList();
            assertThat(begun).as("after %d steps", steps).hasSizeLessThanOrEqualTo(1);
            ends.add(error(job));
        }

        assertThat(died).isFalse();
        assertThat(ends).contains(Optional.empty(), Optional.of("outcome_unknown"));
        assertThat(ends.getFirst()).isEmpty();
        assertThat(ends.getLast()).isEmpty();
    }

    /** Runs it as the runtime does, until it ends or the worker dies. */
    private boolean dies(WorkItem item) throws Exception {
        try (TenantScope _ = TenantScope.of(ada.principal())) {
            while (true) {
                try {
                    inference.run(item);
                    return false;
                } catch (Paused again) {
                    assertThat(again.atMost()).isPositive();
                } catch (PermanentFailure failure) {
                    inference.giveUp(
                            item,
                            new Failure(
                                    failure.failure().code(), failure.failure().detail()));
                    return false;
                }
            }
        } catch (Fenced killed) {
            return true;
        }
    }

    private void add(UUID job) {
        database.sql("insert into job (id, kind, tenant) values (:id, 'inference', :tenant)")
                .param("id", job)
                .param("tenant", TenantScope.nameOf(ada.principal()))
                .update();
    }

    /** @return empty when it has succeeded */
    private Optional<String> error(UUID job) {
        var ended = database.sql("select status, error_code from job where id = :id")
                .param("id", job)
                .query()
                .singleRow();
        assertThat(ended.get("status")).isIn("succeeded", "failed");
        return Optional.ofNullable((String) ended.get("error_code"));
    }

    private static WorkItem item(UUID job, String endpoint, int steps) {
        byte[] wanted = WireJson.write(
                new Wanted(ProviderName.RUNPOD, endpoint, WireJson.mapper().createObjectNode()));
        Instant at = Instant.EPOCH;
        return new WorkItem(
                job, "inference", "job/" + job, 1, 0, wanted, at, at, null, new Mortal(steps), new Cancellation());
    }

    /** Lets so many steps happen. */
    private record Mortal(AtomicInteger left) implements Fence {
        Mortal(int steps) {
            this(new AtomicInteger(steps));
        }

        @Override
        public boolean holds() {
            return left.getAndDecrement() > 0;
        }

        @Override
        public void requireInTransaction() {
            require();
        }
    }
}
