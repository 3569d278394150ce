package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.messaging.WireJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnthropicBlocksTest {
    private final AnthropicBlocks blocks = new AnthropicBlocks();

    @Test
    void thoughts_keep_their_places_among_the_other_blocks() {
        start(0, "{'type':'thinking','thinking':'','signature':''}");
        add(0, "{'type':'thinking_delta','thinking':'First '}");
        add(0, "{'type':'thinking_delta','thinking':'this.'}");
        add(0, "{'type':'signature_delta','signature':'s1'}");
        start(1, "{'type':'text','text':''}");
        add(1, "{'type':'text_delta','text':'Well.'}");
        start(2, "{'type':'redacted_thinking','data':'xyz'}");
        start(3, "{'type':'tool_use','id':'t','name':'find','input':{}}");
        add(3, "{'type':'input_json_delta','partial_json':'{\\'a'}");
        add(3, "{'type':'input_json_delta','partial_json':'\\':1}'}");

        assertThat(blocks.verbatim()).contains(json("""
                [{'type':'thinking','thinking':'First this.','signature':'s1'},\
                {'type':'text','text':'Well.'},\
                {'type':'redacted_thinking','data':'xyz'},\
                {'type':'tool_use','id':'t','name':'find','input':{'a':1}}]"""));
    }

    @Test
    void an_answer_without_thoughts_is_kept_in_nobodys_words() {
        start(0, "{'type':'text','text':''}");
        add(0, "{'type':'text_delta','text':'Well.'}");

        assertThat(blocks.verbatim()).isEmpty();
        assertThat(blocks.isThinking()).isFalse();
    }

    @Test
    void arguments_that_cannot_be_read_and_empty_texts_are_none_to_send_back() {
        start(0, "{'type':'redacted_thinking','data':'xyz'}");
        assertThat(blocks.isThinking()).isTrue();
        start(1, "{'type':'text','text':''}");
        start(2, "{'type':'tool_use','id':'t','name':'find','input':{}}");
        add(2, "{'type':'input_json_delta','partial_json':'{broken'}");

        assertThat(blocks.verbatim()).contains(json("""
                [{'type':'redacted_thinking','data':'xyz'},\
                {'type':'tool_use','id':'t','name':'find','input':{'unreadable':'{broken'}}]"""));
    }

    private void start(int index, String block) {
        blocks.start(event("content_block", index, block));
    }

    private void add(int index, String delta) {
        blocks.add(event("delta", index, delta));
    }

    private static JsonNode event(String field, int index, String content) {
        return WireJson.mapper()
                .createObjectNode()
                .put("index", index)
                .set(field, WireJson.mapper().readTree(json(content)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
