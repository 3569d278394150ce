package dev.parley.agent.tool.mcp.server;

import io.opentelemetry.context.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends an answer that may take its time, and finds out meanwhile whether somebody still waits for it: that only shows when
 * something is written, so a blank is, once a second, which may stand in front of any JSON.
 */
@Component
class McpReply {
    private static final Logger log = LoggerFactory.getLogger(McpReply.class);
    private static final long BEAT_MS = 1000;

    /** Nothing to be answered is 202. What fails within the first second is answered as any other failure. */
    void send(Callable<Optional<String>> answer, McpCaller caller, HttpServletResponse response) throws IOException {
        var task = new FutureTask<>(answer);
        Thread.ofVirtual().name("mcp").start(Context.current().wrap(task));
        try {
            write(await(task, caller, response), response);
        } catch (InterruptedException e) {
            caller.left().complete(null);
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> await(
            FutureTask<Optional<String>> answer, McpCaller caller, HttpServletResponse response)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return answer.get(BEAT_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                beat(caller, response);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
            }
        }
    }

    private static void beat(McpCaller caller, HttpServletResponse response) throws IOException {
        try {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(' ');
            response.flushBuffer();
        } catch (IOException gone) {
            log.debug("The caller has left, and its call is cancelled", gone);
            caller.left().complete(null);
            throw gone;
        }
    }

    private static void write(Optional<String> answer, HttpServletResponse response) throws IOException {
        if (answer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(answer.get().getBytes(StandardCharsets.UTF_8));
    }
}
