package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Senders that cancel, interrupt and erase at the same time, workers that fall silent, and connections that break at random. */
class CommandStormTest {

    private static final int SENDERS = 3;
    private static final int LANES = 4;
    private static final int COMMANDS = 250;
    private static final long SEED = 7;

    private final Bench bench = new Bench();
    private final CuttableHeartbeats shaky = new CuttableHeartbeats(bench.database.dataSource());
    private final CountDownLatch sent = new CountDownLatch(SENDERS);

    @BeforeEach
    void effects() {
        bench.sql
                .sql("create table effect (id uuid primary key, lane text not null, place serial)")
                .update();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void what_nobody_cancelled_takes_effect_once_and_in_order_and_everything_ends() throws Exception {
        bench.worker(Tempo.shortLease(), handler());
        bench.otherWorker(Tempo.shortLease(), handler());
        bench.worker(Tempo.shortLease(), new Signal(), shaky, handler());

        List<CompletableFuture<Sender>> senders = IntStream.range(0, SENDERS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> new Sender(number).send(),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        breakConnections();
        shaky.mend();
        bench.awaitNothingOpen();

        senders.forEach(sender -> check(sender.join()));
        assertThat(bench.count("from platform.work_lane")).isZero();
        assertThat(bench.count("from platform.work where state = 'dead'")).isZero();
        assertThat(bench.count("from platform.work where erased and length(payload) > 0"))
                .isZero();
    }

    /** Sends commands for lanes of its own, each until it is told that it is stored. */
    private final class Sender {
        private final int number;
        private final Random random;
        private final List<NewWork> put = new ArrayList<>();
        private final Set<UUID> unwanted = new HashSet<>();

        Sender(int number) {
            this.number = number;
            this.random = new Random(SEED + number);
        }

        Sender send() {
            for (int command = 0; command < COMMANDS; command++) {
                apply(next());
            }
            sent.countDown();
            return this;
        }

        private WorkCommand next() {
            String lane = "lane " + number + " " + random.nextInt(LANES);
            return switch (random.nextInt(12)) {
                case 0 -> cancel(lane);
                case 1 -> interrupting(lane);
                case 2 -> random.nextInt(10) == 0 ? erase(lane) : put(lane, false);
                default -> put(lane, false);
            };
        }

        private WorkCommand put(String lane, boolean interrupts) {
            NewWork work = Items.in(lane, "payload");
            put.add(work);
            return new WorkCommand.Put(work, interrupts);
        }

        /** One of the last, which may not have begun, or one that never comes. */
        private WorkCommand cancel(String lane) {
            List<NewWork> there =
                    put.stream().filter(work -> work.lane().equals(lane)).toList();
            UUID id = there.isEmpty() ? UUID.randomUUID() : there.getLast().id();
            unwanted.add(id);
            return new WorkCommand.Cancel(id, lane, "not wanted");
        }

        private WorkCommand interrupting(String lane) {
            allUnwanted(lane);
            return put(lane, true);
        }

        private WorkCommand erase(String lane) {
            allUnwanted(lane);
            return new WorkCommand.Erase(lane, "deleted");
        }

        private void allUnwanted(String lane) {
            put.stream()
                    .filter(work -> work.lane().equals(lane))
                    .map(NewWork::id)
                    .forEach(unwanted::add);
        }

        private void apply(WorkCommand command) {
            boolean stored = false;
            while (!stored) {
                try {
                    bench.inbox.apply(List.of(command));
                    stored = random.nextInt(20) != 0; // else its confirmation is lost
                } catch (DataAccessException | TransactionException brokenOff) {
                    stored = false;
                }
            }
        }
    }

    private void check(Sender sender) {
        Set<String> lanes = new HashSet<>();
        sender.put.forEach(work -> lanes.add(work.lane()));
        lanes.forEach(lane -> {
            List<UUID> wanted = sender.put.stream()
                    .filter(work -> work.lane().equals(lane))
                    .map(NewWork::id)
                    .filter(id -> !sender.unwanted.contains(id))
                    .toList();
            List<UUID> effects = effectsIn(lane);
            assertThat(effects).doesNotHaveDuplicates();
            assertThat(effects.stream().filter(wanted::contains)).containsExactlyElementsOf(wanted);
        });
    }

    private List<UUID> effectsIn(String lane) {
        return bench.sql
                .sql("select id from effect where lane = :lane order by place")
                .param("lane", lane)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private FakeHandler handler() {
        return new FakeHandler(new WorkKind(Items.KIND, Duration.ofMinutes(5), 1000, 8)).running(item -> {
            if (ThreadLocalRandom.current().nextInt(10) == 0) {
                throw new RetryLater("not yet", Duration.ofMillis(20));
            }
            bench.transactions.executeWithoutResult(_ -> {
                item.fence().requireInTransaction();
                bench.sql
                        .sql("insert into effect (id, lane) values (:id, :lane) on conflict do nothing")
                        .param("id", item.id())
                        .param("lane", item.lane())
                        .update();
            });
        });
    }

    /** One at a time, and now and then a worker's heartbeats, until all is sent. */
    private void breakConnections() throws SQLException, InterruptedException {
        Random random = new Random(SEED);
        try (Connection own = bench.database.dataSource().getConnection();
                Statement statement = own.createStatement()) {
            while (!sent.await(50, TimeUnit.MILLISECONDS)) {
                statement.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                         where datname = current_database() and pid <> pg_backend_pid()
                         order by random() limit 1""");
                if (random.nextInt(20) == 0) {
                    shaky.cut();
                } else if (random.nextInt(10) == 0) {
                    shaky.mend();
                }
            }
        }
    }
}
