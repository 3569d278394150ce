package dev.parley.agent.tool.mcp.server;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Brings messages to the SDK's server and its answers back, on the caller's thread. Each server that is made puts itself in
 * the place of the one before. Thread-safe.
 */
@Component
class McpMessages implements McpStatelessServerTransport {
    private final McpJsonMapper json;
    private volatile @Nullable McpStatelessServerHandler server;

    McpMessages(McpJsonMapper json) {
        this.json = json;
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        server = handler;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /**
     * Nothing for a notification.
     *
     * @throws ProblemException 400 for what is no message that a server gets
     */
    Optional<String> answer(String message, McpCaller caller) {
        McpStatelessServerHandler current = Objects.requireNonNull(server, "no server was made");
        return switch (parse(message)) {
            case JSONRPCRequest request ->
                Optional.of(
                        write(current.handleRequest(caller.context(), request).block()));
            case JSONRPCNotification notification -> {
                current.handleNotification(caller.context(), notification).block();
                yield Optional.empty();
            }
            default -> throw malformed(null);
        };
    }

    private McpSchema.JSONRPCMessage parse(String message) {
        try {
            return McpSchema.deserializeJsonRpcMessage(json, message);
        } catch (IOException | RuntimeException notAMessage) {
            throw malformed(notAMessage);
        }
    }

    private String write(McpSchema.@Nullable JSONRPCResponse answer) {
        try {
            return json.writeValueAsString(Objects.requireNonNull(answer));
        } catch (IOException e) {
            throw new IllegalStateException("An answer is always JSON", e);
        }
    }

    private static ProblemException malformed(@Nullable Exception why) {
        return new ProblemException(
                ProblemCode.MALFORMED_REQUEST, "The body is no JSON-RPC request or notification.", why);
    }
}
