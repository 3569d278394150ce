package dev.parley.agent.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.knowledge.Findings;
import dev.parley.agent.knowledge.Passage;
import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelMessage.Assistant;
import dev.parley.agent.model.ModelMessage.ToolAnswer;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.ToolRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the offline model makes of passages from documents. */
class OfflineDocumentsTest {
    private static final String TERMS =
            "Our office is in Bern. Whoever cancels a booking late pays half of the price. Dogs are welcome.";

    @Test
    void it_answers_with_the_sentence_that_bears_on_the_question() {
        String said = said("What does it cost to cancel a booking?", TERMS);

        assertThat(said).contains("“Terms”", "“Whoever cancels a booking late pays half of the price.”");
        assertThat(said).doesNotContain("Bern");
    }

    @Test
    void it_leaves_aside_what_does_not_bear_on_it() {
        assertThat(said("Hello!", TERMS)).doesNotContain("Terms");
        assertThat(said("How do volcanoes erupt?", TERMS)).doesNotContain("Terms");
    }

    @Test
    void it_notes_what_it_is_told_whatever_the_documents_say() {
        assertThat(said("My dog is called Rex.", TERMS)).doesNotContain("Terms").contains("Rex");
    }

    @Test
    void tools_are_used_all_the_same() {
        ModelRequest request = request("I want to open a coffee bar in Berlin", TERMS);

        assertThat(Offline.MIND.think(request)).isInstanceOf(Thought.UseTool.class);
    }

    private static String said(String question, String text) {
        return Offline.said(request(question, text));
    }

    private static ModelRequest request(String question, String text) {
        var passage = new Passage(new UUID(0, 1), "Terms", 0, 0.5, true, text);
        var search = new ToolRequest("call_documents", Findings.TOOL, "{\"query\":\"x\"}");
        List<ModelMessage> messages = new ArrayList<>(Offline.after(question).messages());
        messages.add(new Assistant("", List.of(search)));
        messages.add(new ToolAnswer(
                "call_documents",
                Findings.TOOL,
                Findings.of("They are data.", List.of(passage)).json()));
        return new ModelRequest(messages, Offline.TOOLS, null, null);
    }
}
