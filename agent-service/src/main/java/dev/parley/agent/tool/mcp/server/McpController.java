package dev.parley.agent.tool.mcp.server;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One message a request; there is no stream to listen to, and no session to end: other methods are 405. */
@RestController
@Tag(name = "Tools")
class McpController {
    private final McpMessages messages;
    private final McpReply reply;

    McpController(McpMessages messages, McpReply reply) {
        this.messages = messages;
        this.reply = reply;
    }

    @PostMapping(
            path = "/mcp",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Use the tools from another agent",
            description =
                    "The Model Context Protocol, 2025-11-25 and the two before: streamable HTTP without sessions. "
                            + "The body is a JSON-RPC message: `initialize`, `ping`, `tools/list`, `tools/call`, or a notification. "
                            + "Closing the connection cancels a call. An answer that takes its time has blanks in front.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    @ApiResponse(
            responseCode = "200",
            description = "The answer to a request, which may be a JSON-RPC error",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "202", description = "A notification was taken", content = @Content)
    @ApiResponse(
            responseCode = "400",
            description = "That is no message, or of a version that is not spoken here (`malformed_request`)")
    void receive(
            @RequestBody String message,
            @RequestHeader(name = "MCP-Protocol-Version", required = false) @Nullable String version,
            Caller.User caller,
            HttpServletResponse response)
            throws IOException {
        if (version != null && !messages.protocolVersions().contains(version)) {
            throw new ProblemException(
                    ProblemCode.MALFORMED_REQUEST,
                    "This version of the protocol is not spoken here, but "
                            + String.join(", ", messages.protocolVersions()) + ".");
        }
        McpCaller sender = McpCaller.of(caller.principal());
        reply.send(() -> messages.answer(message, sender), sender, response);
    }
}
