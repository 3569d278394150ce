package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

/** Idempotency keys as clients see them. */
@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OrdersTest {
    private static final String TEA = "{\"what\": \"tea\"}";

    private final Calls calls;

    OrdersTest(Calls calls) {
        this.calls = calls;
    }

    private Calls.Reply order(String body, String key, String session) {
        return calls.post("/orders", body, "Idempotency-Key", key, "X-Session-Id", session);
    }

    @Test
    void a_repeat_gets_the_first_answer_with_its_location() {
        String key = UUID.randomUUID().toString();

        var first = order(TEA, key, "s");
        var again = order("{ \"what\" : \"tea\" }", key, "s");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void a_key_is_a_callers_own() {
        String key = UUID.randomUUID().toString();

        assertThat(order(TEA, key, "one").json())
                .isNotEqualTo(order(TEA, key, "two").json());
    }

    @Test
    void a_key_for_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        order(TEA, key, "s");

        var reply = order("{\"what\": \"milk\"}", key, "s");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void without_a_key_every_request_counts() {
        var one = calls.post("/orders", TEA, "X-Session-Id", "s");
        var two = calls.post("/orders", TEA, "X-Session-Id", "s");

        assertThat(one.status()).isEqualTo(201);
        assertThat(one.json()).isNotEqualTo(two.json());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256})
    void a_key_of_the_wrong_length_is_named(int length) {
        var reply = order(TEA, "k".repeat(length), "s");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo("Idempotency-Key");
    }
}
