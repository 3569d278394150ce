package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.UserErased;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasedPeopleTest extends WithOneReplica {
    private final Acceptance acceptance;
    private final EventProducer producer;
    private final JdbcClient jdbc;

    ErasedPeopleTest(
            @Autowired Acceptance acceptance,
            @Autowired EventProducer producer,
            @Autowired TestDatabase database,
            @LocalServerPort int port) {
        super(producer, port);
        this.acceptance = acceptance;
        this.producer = producer;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    @Test
    void all_that_somebody_asked_goes_and_nothing_more_is_taken_though_the_token_is_still_good() {
        Principal gone = somebody();
        Principal staying = somebody();
        ask(gone, null, null);
        ask(gone, new IdempotencyKey("a-key"), null);
        ask(staying, null, null);

        erase(gone);
        erase(gone);

        await().atMost(Duration.ofSeconds(20)).until(() -> rowsOf(gone) == 0);
        assertThat(rowsOf(staying)).isEqualTo(2);
        refused(() -> ask(gone, null, null));
        refused(() -> ask(gone, new IdempotencyKey("a-key"), null));
        ask(staying, null, null);
        assertThat(rowsOf(gone)).isZero();
    }

    @Test
    void a_conversation_of_somebody_who_is_gone_takes_no_turn() {
        Principal gone = somebody();
        String conversation = ask(gone, null, null).turn().conversation().toString();

        erase(gone);

        await().atMost(Duration.ofSeconds(20)).until(() -> rowsOf(gone) == 0);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ask(gone, null, conversation))
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    private Accepted ask(Principal somebody, @Nullable IdempotencyKey key, @Nullable String conversation) {
        Map<String, Object> body = conversation == null
                ? Map.of("message", question())
                : Map.of("message", question(), "conversation_id", conversation);
        ChatRequest asked = WireJson.mapper().readValue(WireJson.mapper().writeValueAsBytes(body), ChatRequest.class);
        try (TenantScope _ = TenantScope.of(somebody)) {
            Accepted accepted = acceptance.accept(somebody, asked.asked(), key);
            accepted.close();
            return accepted;
        }
    }

    private static void refused(Runnable asking) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(asking::run)
                .extracting(ProblemException::code)
                .isEqualTo(ProblemCode.INVALID_TOKEN);
    }

    private void erase(Principal person) {
        producer.sendAndAwait(Outgoing.of(
                Topic.IDENTITY_EVENTS,
                person.id(),
                UUID.randomUUID(),
                new UserErased(UserId.parse(person.id()), Instant.EPOCH)));
    }

    /** Turns, and conversations that the person may use. */
    private long rowsOf(Principal person) {
        return jdbc.sql("""
                        select (select count(*) from turn where owner_id = :id)
                             + (select count(*) from conversation_access where principal_id = :id)""").param("id", person.id()).query(Long.class).single();
    }

    private static Principal somebody() {
        return new Principal(Principal.Kind.USER, UUID.randomUUID().toString());
    }
}
