package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserWordsTest {
    private static final UserWords SAID =
            UserWords.of("Send “See you at 7!” to Ada@example.com and Bob (both), and pay 12.50 of -3 or 20%.");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"to\": \"ada@example.com\"}",
                "{\"text\": \"see you  at 7\"}",
                "{\"to\": [\"ada@example.com\", \"Bob\"], \"amount\": 12.50, \"note\": null}",
                "{\"at\": 7}",
                "{\"low\": -3, \"share\": \"20%\"}"
            })
    void what_was_said_are_the_users_words(String arguments) {
        assertThat(SAID.haveAll(arguments)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\": \"eve@example.com\"}",
                "{\"to\": \"example.com\"}",
                "{\"to\": \"Ada\"}",
                "{\"text\": \"at 7 you see\"}",
                "{\"text\": \"\"}",
                "{\"text\": \"!\"}",
                "{\"to\": [\"Bob\", \"Eve\"]}",
                "{\"to\": [[\"Bob\"]]}",
                "{\"amount\": 12}",
                "{\"amount\": 50}",
                "{\"low\": 3}",
                "{\"all\": true}",
                "{\"to\": {\"name\": \"Bob\"}}",
                "[\"Bob\"]",
                "Bob"
            })
    void all_else_may_be_somebody_elses(String arguments) {
        assertThat(SAID.haveAll(arguments)).isFalse();
    }

    @Test
    void words_of_other_scripts_are_words_too() {
        assertThat(UserWords.of("送る 東京。").haveAll("{\"to\": \"東京\"}")).isTrue();
    }
}
