package dev.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Answer;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import org.junit.jupiter.api.Test;

/** Several providers are there at once, and each is asked in its own words. */
@Journey
@OwnStackOnly
class ProvidersJourney {
    private static final String CLAUDE = "anthropic:claude-haiku-4-5";

    private final Visitor visitor;

    ProvidersJourney(Stack stack) {
        this.visitor = stack.visitor();
    }

    @Test
    void anthropic_uses_a_tool_and_answers_from_what_it_returns() {
        Answer answer = visitor.ask(
                Question.of("[[tool:find_places {\"what\":\"cafe\",\"area\":\"Berlin\"}]] [[say:Here they are.]]")
                        .toModel(CLAUDE));

        Truths.wholeAnswer(answer);
        assertThat(answer.first("message_start").text("model")).isEqualTo(CLAUDE);
        assertThat(answer.names()).contains("tool_call", "tool_result");
        assertThat(answer.text()).isEqualTo("Here they are.");
    }

    @Test
    void an_overload_that_lasts_is_an_error_that_can_be_tried_again() {
        Answer answer = visitor.ask(Question.of("[[error:529]]").toModel(CLAUDE));

        assertThat(answer.last().name()).isEqualTo("error");
        assertThat(answer.last().text("code")).isEqualTo("model_overloaded");
        assertThat(answer.last().data().path("retryable").asBoolean(false)).isTrue();
    }

    @Test
    void an_endpoint_of_the_operators_own_is_there_under_its_name() {
        Answer answer = visitor.ask(Question.of("[[say:Mine.]]").toModel("own:any/model"));

        Truths.wholeAnswer(answer);
        assertThat(answer.text()).isEqualTo("Mine.");
    }
}
