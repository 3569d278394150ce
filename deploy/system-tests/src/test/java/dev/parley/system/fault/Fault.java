package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus;
import dev.parley.system.stack.StackStatus.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** What may happen to a stack any day. Each is over when everything serves again. */
enum Fault {
    A_SERVICE_IS_KILLED {
        @Override
        String happen(LocalStack stack, RandomGenerator random) {
            Service killed = anyOf(stack.status().services(), random);
            Signal.KILL.to(killed.pid());
            stack.awaitRestart(killed);
            return killed.name();
        }
    },

    A_SERVICE_IS_RESTARTED {
        @Override
        String happen(LocalStack stack, RandomGenerator random) {
            Service restarted = anyOf(stack.status().services(), random);
            Signal.TERM.to(restarted.pid());
            stack.awaitRestart(restarted);
            return restarted.name();
        }
    },

    A_WORKER_STANDS_STILL {
        @Override
        String happen(LocalStack stack, RandomGenerator random) {
            Service stopped = anyOf(stack.status().replicas("agent-service"), random);
            long seconds = random.nextInt(1, 15);
            Signal.STOP.to(stopped.pid());
            try {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            } finally {
                Signal.CONT.to(stopped.pid());
            }
            return stopped.name() + " for " + seconds + " s";
        }
    },

    THE_BROKER_IS_KILLED {
        @Override
        String happen(LocalStack stack, RandomGenerator random) {
            long killed = stack.status().kafkaPid();
            Signal.KILL.to(killed);
            awaitEnd(killed);
            try (Lag lag = new Lag(stack.brokers())) {
                lag.awaitBroker(BACK_WITHIN);
            }
            return "";
        }
    },

    THE_DATABASE_STOPS {
        @Override
        String happen(LocalStack stack, RandomGenerator random) {
            StackStatus before = stack.status();
            Signal.QUIT.to(before.postgresPid());
            awaitEnd(before.postgresPid());
            new Database(before).awaitAnswers(BACK_WITHIN);
            return "";
        }
    },

    DEBEZIUM_IS_CUT_OFF {
        @Override
        String happen(LocalStack stack, RandomGenerator random) throws SQLException {
            Database database = new Database(stack.status());
            database.cutOff(database.walsender());
            return "";
        }
    };

    private static final Duration BACK_WITHIN = Duration.ofMinutes(5);

    /**
     * Lets it happen and waits until it is over.
     *
     * @return to whom
     */
    abstract String happen(LocalStack stack, RandomGenerator random) throws SQLException;

    private static <T> T anyOf(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void awaitEnd(long pid) {
        await("it has ended")
                .atMost(BACK_WITHIN)
                .until(() -> ProcessHandle.of(pid).isEmpty());
    }
}
