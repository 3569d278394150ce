package dev.parley.chat.turn;

import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.BackingServices;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.springframework.boot.test.context.SpringBootTest;

/** The service on a real broker and database, somebody who asks, and an agent that answers as the test says. */
@BackingServices
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class WithOneReplica {
    final Visitor visitor;

    @AutoClose
    final FakeAgent agent;

    WithOneReplica(EventProducer producer, int port) {
        this.visitor = new Visitor(port);
        this.agent = new FakeAgent(producer);
    }

    static String question() {
        return "Q-" + UUID.randomUUID();
    }
}
