package dev.parley.agent.job;

import dev.parley.agent.job.JobFollowers.Follower;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.messaging.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of jobs as server-sent events, on the thread of each request, which is a virtual one. It looks when there is news, and
 * every now and then in case some was missed.
 */
@Component
class JobEvents {
    private static final Logger log = LoggerFactory.getLogger(JobEvents.class);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final OwnJobs jobs;
    private final JobFollowers followers;
    private volatile boolean closing;

    JobEvents(OwnJobs jobs, JobFollowers followers) {
        this.jobs = jobs;
        this.followers = followers;
    }

    /** Tells until the job has ended, the client has gone, or the service stops (then it can be resumed). */
    void tell(UUID id, Principal owner, @Nullable JobEventId seen, HttpServletResponse response)
            throws InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no");
        try (Follower follower = followers.follow(id)) {
            response.flushBuffer();
            tell(id, owner, seen, response.getOutputStream(), follower);
        } catch (IOException clientGone) {
            log.debug("The client has gone", clientGone);
        }
    }

    private void tell(UUID id, Principal owner, @Nullable JobEventId seen, OutputStream out, Follower news)
            throws IOException, InterruptedException {
        JobEventId last = seen;
        while (!closing) {
            JobView job = jobs.require(id, owner);
            byte[] state = WireJson.write(job);
            JobEventId now = JobEventId.of(state);
            if (!now.equals(last)) {
                send(out, frame(now, job.status(), state));
                last = now;
            } else {
                send(out, ": keep-alive\n\n");
            }
            if (job.status().isEnd()) {
                return;
            }
            var _ = news.await(LOOK);
        }
    }

    private static String frame(JobEventId id, JobStatus status, byte[] state) {
        String name = status.isEnd() ? "job_end" : "job_update";
        return "id: " + id.text() + "\nevent: " + name + "\ndata: " + new String(state, StandardCharsets.UTF_8)
                + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Before the server waits for its requests to end. */
    @EventListener
    void close(ContextClosedEvent closed) {
        log.debug("{} closes", closed.getSource());
        closing = true;
        followers.tellAll();
    }
}
