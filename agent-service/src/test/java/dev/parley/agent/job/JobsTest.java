package dev.parley.agent.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.job.CountdownJob.Wanted;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.agent.turn.Member.Answer;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.NewWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Jobs as their owners see them, of a kind that is one class. */
@AgentTest
class JobsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final CountdownJob countdown;
    private final Jobs jobs;
    private final Inbox inbox;
    private final Member ada;
    private final Member bob;

    JobsTest(
            @Autowired CountdownJob countdown,
            @Autowired Jobs jobs,
            @Autowired Inbox inbox,
            @LocalServerPort int port) {
        this.countdown = countdown;
        this.jobs = jobs;
        this.inbox = inbox;
        this.ada = new Member(port);
        this.bob = new Member(port);
    }

    @Test
    void a_job_ends_with_its_result() {
        UUID id = start(new Wanted(3, false));

        JsonNode job = ended(id);
        assertThat(job.path("kind").asString()).isEqualTo("countdown");
        assertThat(job.path("status").asString()).isEqualTo("succeeded");
        assertThat(job.path("progress").asDouble()).isEqualTo(1);
        assertThat(job.path("result").path("numbers").asInt()).isEqualTo(3);
        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(job.path("error").isNull()).isTrue();
        assertThat(job.path("created_at").asString()).endsWith("Z");
        assertThat(job.path("started_at").isNull()).isFalse();
        assertThat(job.path("finished_at").isNull()).isFalse();
    }

    @Test
    void one_that_cannot_be_done_fails_with_what_its_kind_says() {
        JsonNode job = ended(start(new Wanted(-1, false)));

        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo("cannot_count");
        assertThat(job.path("error").path("detail").asString()).contains("below nought");
        assertThat(job.path("result").isNull()).isTrue();
    }

    @Test
    void one_that_breaks_is_tried_again_and_fails_without_showing_what_broke() {
        JsonNode job = ended(start(new Wanted(13, false)));

        assertThat(job.path("error").path("code").asString()).isEqualTo("too_many_failures");
        assertThat(job.path("attempts").asInt()).isEqualTo(2);
        assertThat(job.toString()).doesNotContain("secret");
    }

    @Test
    void one_that_runs_tells_how_far_it_is_and_stops_when_it_is_cancelled() {
        UUID id = start(new Wanted(2, true));
        await().atMost(SOON).until(() -> look(id).path("stage").asString("").equals("counting"));
        assertThat(look(id).path("status").asString()).isEqualTo("running");
        assertThat(look(id).path("progress").asDouble()).isBetween(0.0, 1.0);

        Answer cancelled = ada.post(path(id) + "/cancel", List.of());
        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(ended(id).path("status").asString()).isEqualTo("cancelled");
        Answer again = ada.post(path(id) + "/cancel", List.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("status")).isEqualTo("cancelled");
    }

    @Test
    void its_events_tell_every_state_until_the_end_and_can_be_resumed() {
        UUID id = start(new Wanted(2, true));
        CompletableFuture<Answer> reading = CompletableFuture.supplyAsync(() -> ada.get(path(id) + "/events"));
        await().atMost(SOON).until(() -> look(id).path("status").asString("").equals("running"));
        ada.post(path(id) + "/cancel", List.of());

        Answer events = reading.join();
        assertThat(events.type()).startsWith("text/event-stream");
        List<String> ids = lines(events, "id: ");
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(lines(events, "event: ").getLast()).isEqualTo("job_end");
        assertThat(lines(events, "data: ").getLast()).contains("\"status\":\"cancelled\"");
        Answer rest = ada.get(path(id) + "/events", "Last-Event-ID", ids.getFirst());
        assertThat(lines(rest, "event: ")).contains("job_end");
        assertThat(ada.get(path(id) + "/events", "Last-Event-ID", ids.getLast()).status())
                .isEqualTo(204);
        Answer bad = ada.get(path(id) + "/events", "Last-Event-ID", "nonsense");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.text("code")).isEqualTo("bad_event_id");
    }

    @Test
    void nobody_else_finds_it() {
        UUID id = start(new Wanted(1, false));
        ended(id);

        assertThat(Stream.of(
                        bob.get(path(id)),
                        bob.get(path(id) + "/events"),
                        bob.post(path(id) + "/cancel", List.of()),
                        ada.get(path(UUID.randomUUID()))))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.text("code")).isEqualTo("not_found");
                });
        assertThat(ada.get("/api/v1/jobs/nonsense").status()).isIn(404, 422);
    }

    @Test
    void what_jobs_came_to_is_forgotten_in_time() {
        UUID id = start(new Wanted(1, false));
        ended(id);

        try (TenantScope _ = TenantScope.of(ada.principal())) {
            assertThat(jobs.forget(Duration.ofDays(1), 10)).isZero();
            assertThat(jobs.forget(Duration.ZERO, 10)).isEqualTo(1);
        }
        assertThat(ada.get(path(id)).status()).isEqualTo(404);
    }

    @Test
    void one_that_another_release_has_written_unreadably_fails_and_says_so() {
        UUID id = UUID.randomUUID();
        try (TenantScope _ = TenantScope.of(ada.principal())) {
            String tenant = TenantScope.nameOf(ada.principal());
            jobs.add(id, "countdown", tenant);
            byte[] newer = WireJson.write(Map.of("from", List.of("ten", "five"), "endless", false));
            inbox.put(List.of(new NewWork(id, "countdown", JobDesk.lane(id), tenant, newer, null, null, null)));
        }

        JsonNode job = ended(id);
        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo("unreadable_input");
        assertThat(job.path("attempts").asInt()).isEqualTo(1);
    }

    private UUID start(Wanted wanted) {
        try (TenantScope _ = TenantScope.of(ada.principal())) {
            return countdown.start(ada.principal(), wanted);
        }
    }

    private JsonNode look(UUID id) {
        return ada.get(path(id)).json();
    }

    private JsonNode ended(UUID id) {
        return await().atMost(SOON)
                .until(() -> look(id), job -> !job.path("finished_at").isNull());
    }

    private static String path(UUID id) {
        return "/api/v1/jobs/" + id;
    }

    private static List<String> lines(Answer events, String field) {
        return events.body()
                .lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()))
                .toList();
    }
}
