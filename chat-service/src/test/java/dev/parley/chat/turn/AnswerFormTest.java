package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerFormTest {
    private static final Caller VISITOR = new Caller.Session(new Principal(Principal.Kind.SESSION, "hash"));
    private static final UUID ID = UUID.randomUUID();
    private static final Caller USER = new Caller.User(
            new Principal(Principal.Kind.USER, ID.toString()),
            new AccessToken(ID, UUID.randomUUID(), Set.of(Role.USER), Instant.MAX));

    @Test
    void the_body_decides_whoever_asks_and_whatever_is_accepted() {
        assertThat(AnswerForm.streams(true, "application/json", USER)).isTrue();
        assertThat(AnswerForm.streams(false, "text/event-stream", VISITOR)).isFalse();
    }

    @Test
    void else_it_is_what_is_accepted() {
        assertThat(AnswerForm.streams(null, "Text/Event-Stream", USER)).isTrue();
        assertThat(AnswerForm.streams(null, "application/json", VISITOR)).isFalse();
    }

    @Test
    void who_does_not_care_gets_a_stream_as_a_visitor_and_json_when_signed_in() {
        assertThat(AnswerForm.streams(null, "*/*", VISITOR)).isTrue();
        assertThat(AnswerForm.streams(null, null, VISITOR)).isTrue();
        assertThat(AnswerForm.streams(null, "*/*", USER)).isFalse();
        assertThat(AnswerForm.streams(null, null, USER)).isFalse();
    }
}
