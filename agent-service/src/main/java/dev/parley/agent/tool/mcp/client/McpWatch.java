package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.SchemaTool;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps up with one server on a thread of its own: when it says so, and every while. */
final class McpWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(McpWatch.class);

    private final Semaphore wanted = new Semaphore(0);
    private final McpConnection connection;
    private final Duration pause;
    private final Runnable publish;
    private @Nullable Thread thread;
    private boolean away;
    private boolean unpublished;

    /** @param publish tells that there are other tools; tried again when it fails */
    McpWatch(McpServerEntry server, McpJsonMapper json, Duration pause, Runnable publish) {
        this.connection = new McpConnection(server, json, wanted::release);
        this.pause = pause;
        this.publish = publish;
    }

    String name() {
        return connection.name();
    }

    boolean isUp() {
        return connection.isUp();
    }

    List<SchemaTool> tools() {
        return connection.tools();
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("mcp " + name()).start(this::watch);
        }
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                var _ = wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wanted.drainPermits();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            unpublished |= connection.refresh();
            say(false, null);
            if (unpublished) {
                publish.run();
                unpublished = false;
            }
        } catch (RuntimeException e) {
            say(!connection.isUp(), e);
        }
    }

    /** Once when it goes, and once when it comes. The reason may repeat what was sent. */
    private void say(boolean nowAway, @Nullable RuntimeException why) {
        if (nowAway && !away) {
            log.atWarn()
                    .addKeyValue("server", name())
                    .addKeyValue("reason", why == null ? "" : why.getClass().getSimpleName())
                    .log("An MCP server cannot be used; it is tried again");
        } else if (!nowAway && away) {
            log.atInfo().addKeyValue("server", name()).log("An MCP server is back");
        }
        away = nowAway;
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
        connection.close();
    }
}
