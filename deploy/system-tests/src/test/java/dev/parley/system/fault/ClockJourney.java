package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import dev.parley.system.clock.WrongClock;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus.Service;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The clocks of some machines are wrong by five minutes. */
@Journey
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class ClockJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Shape SHAPE = new Shape(20, 20, 50);

    private final LocalStack stack;

    ClockJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        stack.awaitAllReady();
    }

    @Test
    void replicas_whose_clocks_are_wrong_do_what_the_others_do() {
        CompletableFuture<ExtraReplica> agent = start("agent-service", Duration.ofMinutes(-5));
        CompletableFuture<ExtraReplica> chat = start("chat-service", Duration.ofMinutes(-5));
        CompletableFuture<ExtraReplica> conversation = start("conversation-service", Duration.ofMinutes(5));
        try (ExtraReplica _ = agent.join();
                ExtraReplica door = chat.join();
                ExtraReplica _ = conversation.join();
                Load load = Load.start(List.of(door.service().url()), stack.simulated("sim"), SHAPE)) {
            await().atMost(PATIENCE).until(() -> load.ended() >= 4L * SHAPE.visitors());
            Invariants.hold(stack, load.stop());
        }
    }

    private CompletableFuture<ExtraReplica> start(String name, Duration shift) {
        Service like = stack.status().service(name);
        return CompletableFuture.supplyAsync(
                () -> ExtraReplica.like(
                        like, WrongClock.option(shift), stack.logOf(like.name() + "-with-a-wrong-clock")),
                ClockJourney::run);
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().start(task);
    }
}
