package dev.parley.conversation.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.AccountLocked;
import dev.parley.contracts.identity.AccountUnlocked;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.identity.SignInEnded;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.identity.People;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.TailConsumers;
import dev.parley.platform.messaging.WholeTopics;
import dev.parley.testing.backing.BackingServices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over the outbox and the log, and back into what this replica keeps in memory. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "CONVERSATION_STREAM_SLOT=conversation_service_test"})
class RevokedTokensTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ME = "/api/v1/users/me";
    private static final String SESSIONS = "/api/v1/auth/sessions";

    private final EventProducer producer;
    private final TailConsumers consumers;
    private final People people;

    RevokedTokensTest(
            @Autowired EventProducer producer, @Autowired TailConsumers consumers, @LocalServerPort int port) {
        this.producer = producer;
        this.consumers = consumers;
        this.people = new People(port);
    }

    @Test
    void an_access_token_ends_with_its_sign_in_and_no_other_does() {
        String email = People.newEmail();
        String phone = people.register(email).text("access_token");
        String laptop = people.logIn(email, People.PASSWORD).text("access_token");
        assertThat(people.get(ME, phone).status()).isEqualTo(200);
        String phones = people.get(SESSIONS, phone)
                .body()
                .path("items")
                .path(1)
                .path("id")
                .asString();

        people.delete(SESSIONS + "/" + phones, laptop);

        await().atMost(SOON).until(() -> people.get(ME, phone).status() == 401);
        assertThat(people.get(ME, phone).text("code")).isEqualTo("invalid_token");
        assertThat(people.get(ME, laptop).status()).isEqualTo(200);
        assertThat(readAnew())
                .anyMatch(event -> event instanceof SignInEnded ended
                        && ended.signInId().toString().equals(phones));
    }

    @Test
    void the_tokens_of_a_locked_account_are_good_for_nothing_until_it_is_unlocked() {
        Answer ada = people.register(People.newEmail());
        String token = ada.text("access_token");
        var user = UserId.parse(ada.body().path("user").path("id").asString());

        tell(new AccountLocked(user, Instant.EPOCH));
        await().atMost(SOON).until(() -> people.get(ME, token).status() == 403);
        assertThat(people.get(ME, token).text("code")).isEqualTo("account_locked");
        assertThat(readAnew()).contains(new AccountLocked(user, Instant.EPOCH));

        tell(new AccountUnlocked(user, Instant.EPOCH));
        await().atMost(SOON).until(() -> people.get(ME, token).status() == 200);
    }

    private void tell(IdentityEvent event) {
        producer.sendAndAwait(Outgoing.of(Topic.IDENTITY_EVENTS, event.userId().toString(), UUID.randomUUID(), event));
    }

    /** What a replica knows that starts now, before its first request. */
    private List<Event> readAnew() {
        List<Event> heard = new CopyOnWriteArrayList<>();
        var late = new WholeTopics(consumers, "late", List.of(Topic.IDENTITY_EVENTS, Topic.SIGN_INS), heard::add, SOON);
        late.start();
        late.stop();
        return heard;
    }
}
