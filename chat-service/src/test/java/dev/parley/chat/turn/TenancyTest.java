package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Received;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.tenant.Catalog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class TenancyTest extends WithOneReplica {
    private final OutcomeNotes notes;

    TenancyTest(@Autowired EventProducer producer, @Autowired OutcomeNotes notes, @LocalServerPort int port) {
        super(producer, port);
        this.notes = notes;
    }

    @Test
    void every_table_belongs_to_tenants_or_says_why_not(@Autowired TestDatabase database) {
        Catalog catalog = new Catalog(database);

        assertThat(catalog.unprotectedTables()).isEmpty();
        assertThat(catalog.protectedTables()).contains("turn", "conversation_access", "idempotency_key");
        assertThat(catalog.functionsForEverybody()).isEmpty();
        assertThat(catalog.ownedByTheApplication()).isEmpty();
        assertThat(catalog.waysAroundForTheApplication()).isEmpty();
    }

    @Test
    void what_has_begun_is_noted_of_a_turn_of_the_owner_that_it_names() {
        RequestTurn turn = ask();

        notes.accept(List.of(started(turn, new Principal(Principal.Kind.SESSION, "another"))));
        assertThat(status(turn)).isEqualTo("queued");

        notes.accept(List.of(started(turn, turn.owner())));
        assertThat(status(turn)).isEqualTo("running");
    }

    @Test
    void older_writers_name_no_owner_and_are_believed() {
        RequestTurn mine = ask();
        RequestTurn old = ask();

        notes.accept(List.of(started(mine, mine.owner()), started(old, null)));

        assertThat(status(mine)).isEqualTo("running");
        assertThat(status(old)).isEqualTo("running");
    }

    private RequestTurn ask() {
        String question = question();
        var _ = visitor.ask(Map.of("message", question));
        return agent.awaitTurn(question);
    }

    private String status(RequestTurn turn) {
        return Visitor.json(visitor.get("/api/chat/turns/" + turn.turnId()))
                .path("status")
                .asString();
    }

    private static Received<TurnOutcome> started(RequestTurn turn, @Nullable Principal owner) {
        var started = new TurnStarted(turn.turnId(), turn.conversationId(), owner, null, 1, "offline", TurnTable.NOW);
        return new Received<>(
                started,
                UUID.randomUUID(),
                Event.typeOf(TurnStarted.class),
                turn.conversationId().toString(),
                0,
                0,
                TurnTable.NOW,
                TurnTable.NOW,
                null,
                new byte[0]);
    }
}
