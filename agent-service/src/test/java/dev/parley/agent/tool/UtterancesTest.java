package dev.parley.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UtterancesTest {
    private final List<String> heard = new ArrayList<>();
    private final Utterances utterances = new Utterances(new ToolOutput() {
        @Override
        public void say(String piece) {
            heard.add(piece);
        }

        @Override
        public void progress(String stage, double share) {
            heard.add(stage + " " + share);
        }
    });

    @Test
    void what_was_said_is_heard_at_once_and_stands_in_the_result() {
        utterances.say("One ");
        utterances.say("two.");

        assertThat(heard).containsExactly("One ", "two.");
        assertThat(utterances.end(ToolOutcome.said()))
                .isEqualTo(new ToolOutcome.Success(Map.of("text", "One two."), false));
    }

    @Test
    void a_text_of_the_tools_own_stays_and_a_failure_is_a_failure() {
        utterances.say("Hm.");

        var own = new ToolOutcome.Success(Map.of("text", "mine"), true);
        var failure = new ToolOutcome.Failure("lookup_failed", "Gone.");
        assertThat(utterances.end(own)).isEqualTo(own);
        assertThat(utterances.end(failure)).isEqualTo(failure);
    }

    @Test
    void a_tool_that_goes_on_behind_its_end_is_not_heard() {
        var _ = utterances.end(ToolOutcome.said());

        utterances.say("late");
        utterances.progress("late", 0.5);

        assertThat(heard).isEmpty();
    }

    @Test
    void a_share_is_between_nothing_and_all_whatever_a_tool_reckons() {
        utterances.progress("a", -1);
        utterances.progress("b", 3);
        utterances.progress("c", Double.NaN);
        utterances.progress("d".repeat(1_000), 0.5);

        assertThat(heard).containsExactly("a 0.0", "b 1.0", "c 0.0", "d".repeat(200) + " 0.5");
    }
}
