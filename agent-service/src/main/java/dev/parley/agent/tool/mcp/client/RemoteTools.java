package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a server offers, in our words: {@code name__tool}, and as changing something unless it is said not to. */
final class RemoteTools {
    private static final int MOST = 100;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 2_000;

    private RemoteTools() {}

    /** @param calls makes the tool of a description and of its name there */
    static List<SchemaTool> of(
            McpServerEntry server,
            List<McpSchema.Tool> offered,
            BiFunction<ToolDescription, String, SchemaTool> calls) {
        return offered.stream()
                .filter(tool -> server.allows(tool.name()))
                .limit(MOST)
                .map(tool -> calls.apply(described(server, tool), tool.name()))
                .toList();
    }

    private static ToolDescription described(McpServerEntry server, McpSchema.Tool tool) {
        String title = tool.title() == null ? tool.name() : tool.title();
        return new ToolDescription(
                id(server.name() + "__" + tool.name()),
                Excerpt.of(title, LONGEST_TEXT),
                Excerpt.of(Objects.requireNonNullElse(tool.description(), title), LONGEST_TEXT),
                "🔌",
                schema(tool.inputSchema()),
                asks(server, tool),
                effect(server, tool),
                server.timeout(),
                List.of(),
                server.describer());
    }

    /** What changes something elsewhere wants somebody to agree to each call, unless the operator says otherwise. */
    private static boolean asks(McpServerEntry server, McpSchema.Tool tool) {
        return effect(server, tool).changes() && !server.isTrustedWith(tool.name());
    }

    private static String id(String name) {
        return Excerpt.of(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_"), LONGEST_ID);
    }

    private static Map<String, Object> schema(@Nullable Map<String, Object> given) {
        Map<String, Object> schema = new LinkedHashMap<>(Objects.requireNonNullElse(given, Map.of()));
        schema.putIfAbsent("type", "object");
        schema.putIfAbsent("properties", Map.of());
        return schema;
    }

    private static ToolEffect effect(McpServerEntry server, McpSchema.Tool tool) {
        ToolEffect configured = server.effectOf(tool.name());
        boolean reads = tool.annotations() != null
                && Boolean.TRUE.equals(tool.annotations().readOnlyHint());
        return configured != null ? configured : reads ? ToolEffect.READ : ToolEffect.WRITE;
    }
}
