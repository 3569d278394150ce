package dev.parley.agent.model.remote;

import dev.parley.platform.messaging.WireJson;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The blocks of an answer as they come. Thoughts have to be sent back as they were, among the blocks that they stood among,
 * until the turn is over; LangChain4j would join several, and lose their places. For one thread at a time.
 */
final class AnthropicBlocks {
    private static final Set<String> THOUGHTS = Set.of("thinking", "redacted_thinking");

    private final SortedMap<Integer, AnthropicBlock> blocks = new TreeMap<>();
    private int open = -1;

    /** {@code content_block_start} */
    void start(JsonNode event) {
        open = event.path("index").asInt();
        blocks.put(open, new AnthropicBlock(event.path("content_block")));
    }

    /** {@code content_block_delta} */
    void add(JsonNode event) {
        AnthropicBlock block = blocks.get(event.path("index").asInt());
        if (block != null) {
            block.add(event.path("delta"));
        }
    }

    /** Whether the last block that began is a thought: perhaps nothing of it is told until it ends. */
    boolean isThinking() {
        AnthropicBlock last = blocks.get(open);
        return last != null && THOUGHTS.contains(last.type());
    }

    /** All of them, when there is a thought among them; texts with nothing in them are not taken back. */
    Optional<String> verbatim() {
        if (blocks.values().stream().noneMatch(block -> THOUGHTS.contains(block.type()))) {
            return Optional.empty();
        }
        var content = WireJson.mapper().createArrayNode();
        blocks.values().stream()
                .map(AnthropicBlock::whole)
                .filter(block -> !isBlankText(block))
                .forEach(content::add);
        return Optional.of(content.toString());
    }

    private static boolean isBlankText(JsonNode block) {
        return block.path("type").asString("").equals("text")
                && block.path("text").asString("").isBlank();
    }
}
