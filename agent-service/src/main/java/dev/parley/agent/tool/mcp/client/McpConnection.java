package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One server, as long as it is there, and the tools that it had last. Thread-safe; one thread at a time refreshes. */
final class McpConnection implements AutoCloseable {
    private static final int LONGEST_REASON = 2_000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final McpServerEntry server;
    private final McpJsonMapper json;
    private final Runnable changed;
    private volatile @Nullable McpSyncClient client;
    private volatile List<SchemaTool> tools = List.of();

    /** @param changed run when the server says that it has other tools */
    McpConnection(McpServerEntry server, McpJsonMapper json, Runnable changed) {
        this.server = server;
        this.json = json;
        this.changed = changed;
    }

    String name() {
        return server.name();
    }

    boolean isUp() {
        return client != null;
    }

    /** Those that it had when it was last there: a short outage takes nothing off the list. */
    List<SchemaTool> tools() {
        return tools;
    }

    /**
     * Asks what there is, and connects before where it has to.
     *
     * @return whether there are others than before
     * @throws RuntimeException when the server is not there, or does not speak the protocol
     */
    boolean refresh() {
        McpSyncClient current = client;
        try {
            current = current == null ? connect() : current;
            List<SchemaTool> found = RemoteTools.of(server, current.listTools().tools(), this::tool);
            boolean others = !descriptions(found).equals(descriptions(tools));
            tools = found;
            client = current;
            return others;
        } catch (RuntimeException away) {
            client = null;
            if (current != null) {
                current.close();
            }
            throw away;
        }
    }

    private SchemaTool tool(ToolDescription description, String name) {
        return new RemoteTool(description, name, this);
    }

    private static List<ToolDescription> descriptions(List<SchemaTool> tools) {
        return tools.stream().map(SchemaTool::description).toList();
    }

    private McpSyncClient connect() {
        URI address = URI.create(server.url());
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        // What is sent elsewhere would go there with the headers that are meant for this server.
        var transport = HttpClientStreamableHttpTransport.builder(
                        address.resolve("/").toString())
                .endpoint(path)
                .clientBuilder(HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(CONNECT_TIMEOUT)
                .jsonMapper(json)
                .maxResponseSize(LONGEST_ANSWER)
                .addHttpRequestCustomizer(
                        (request, method, uri, body, context) -> server.sent().forEach(request::setHeader))
                .build();
        McpSyncClient made = McpClient.sync(transport)
                .requestTimeout(server.timeout())
                .initializationTimeout(server.timeout())
                .toolsChangeConsumer(others -> changed.run())
                .build();
        try {
            var _ = made.initialize();
            return made;
        } catch (RuntimeException away) {
            made.close();
            throw away;
        }
    }

    ToolOutcome call(String tool, Map<String, @Nullable Object> arguments) {
        McpSyncClient current = client;
        if (current == null) {
            return new Failure("tool_unreachable", "“" + name() + "” cannot be reached at the moment.");
        }
        try {
            return RemoteResult.of(
                    name(),
                    current.callTool(
                            CallToolRequest.builder(tool).arguments(arguments).build()));
        } catch (McpError refused) {
            return new Failure(
                    "tool_refused",
                    "“" + name() + "” refused: " + Excerpt.of(String.valueOf(refused.getMessage()), LONGEST_REASON));
        }
    }

    @Override
    public void close() {
        McpSyncClient current = client;
        client = null;
        if (current != null) {
            current.close();
        }
    }
}
