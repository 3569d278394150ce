package dev.parley.chat.turn;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;

/** The same with a further replica, and the same somebody there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithTwoReplicas extends WithOneReplica {
    final Visitor here = visitor;
    final Visitor there;

    @AutoClose
    private final Replica other;

    WithTwoReplicas(EventProducer producer, TestDatabase database, int port) {
        super(producer, port);
        this.other = new Replica(database);
        this.there = visitor.at(other.port());
    }

    String status(RequestTurn turn) {
        return Visitor.json(here.get("/api/chat/turns/" + turn.turnId()))
                .get("status")
                .asString();
    }
}
