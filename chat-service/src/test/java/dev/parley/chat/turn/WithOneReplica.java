package dev.parley.chat.turn;

import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.BackingServices;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The service on a real broker and database, somebody who asks, and an agent that answers as the test says. */
@BackingServices
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@Import(TokenKeys.class)
public abstract class WithOneReplica {
    protected final Visitor visitor;

    @AutoClose
    protected final FakeAgent agent;

    protected WithOneReplica(EventProducer producer, int port) {
        this.visitor = new Visitor(port);
        this.agent = new FakeAgent(producer);
    }

    protected static String question() {
        return "Q-" + UUID.randomUUID();
    }
}
