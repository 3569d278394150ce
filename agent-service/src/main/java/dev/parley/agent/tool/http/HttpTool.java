package dev.parley.agent.tool.http;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool that asks a web service. */
record HttpTool(ToolDescription description, RequestTemplate request, AnswerReader answer, HttpClient http)
        implements SchemaTool {
    @Override
    public ToolOutcome run(Map<String, @Nullable Object> arguments, ToolInvocation invocation)
            throws InterruptedException {
        try {
            var filled = request.fill(arguments, invocation.toolCallId());
            return answer.read(http.send(filled, BodyHandlers.ofInputStream()));
        } catch (UnusableArgument e) {
            return new Failure("invalid_arguments", String.valueOf(e.getMessage()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Failure("tool_unreachable", "“" + description.name() + "” cannot be reached at the moment.");
        } catch (IOException e) {
            // Nobody knows whether it was done.
            return new Failure("tool_failed", "The connection to “" + description.name() + "” broke off.");
        }
    }
}
