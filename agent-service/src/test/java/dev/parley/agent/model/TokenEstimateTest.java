package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelMessage.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|0", "' '|0", "a|1", "four|1", "fiver|2", "How are you?|4", "Straßenbahn|3", "42.50|3", "…|1"})
    void counts_words_in_fours_and_marks_one_by_one(String text, int tokens) {
        assertThat(TokenEstimate.of(text)).isEqualTo(tokens);
    }

    @Test
    void a_request_has_the_tokens_of_all_its_messages() {
        var asked = new ToolRequest("call_0", "find_places", "{}");
        var request = ModelRequest.of(List.of(
                new ModelMessage.Instructions("Be kind."),
                new User("Hello"),
                new Assistant("", List.of(asked)),
                new ToolAnswer("call_0", "find_places", "{\"places\":[]}")));

        assertThat(RequestTokens.of(request)).isGreaterThan(16 + 3 + 2);
    }
}
