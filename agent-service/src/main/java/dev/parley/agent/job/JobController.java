package dev.parley.agent.job;

import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/jobs/{id}")
@Tag(name = "Jobs", description = "Work in the background that one has asked for")
class JobController {
    private final OwnJobs jobs;
    private final JobEvents events;

    JobController(OwnJobs jobs, JobEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @GetMapping
    @Operation(summary = "How far a job is", description = "Known for 30 days after its end.")
    ResponseEntity<JobView> job(@PathVariable UUID id, Caller.User caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(jobs.require(id, caller.principal()));
    }

    @GetMapping("/events")
    @Operation(
            summary = "Follow a job",
            description =
                    "Server-sent events `job_update`, and `job_end` as the last one; the data of each is the whole job. Its"
                            + " state comes at once, then every change. With `Last-Event-ID` the first event is the next state after"
                            + " that one; an id that is none is 400 `bad_event_id`.")
    @ApiResponse(
            responseCode = "200",
            description = "Server-sent events",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "That event was the last", content = @Content)
    void events(
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller.User caller,
            HttpServletResponse response)
            throws InterruptedException {
        JobView job = jobs.require(id, caller.principal());
        JobEventId seen = lastEventId == null || lastEventId.isEmpty() ? null : JobEventId.parse(lastEventId);
        if (job.status().isEnd() && JobEventId.of(WireJson.write(job)).equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        events.tell(id, caller.principal(), seen, response);
    }

    @PostMapping("/cancel")
    @Operation(
            summary = "Stop a job",
            description = "One that waits ends at once, one that runs within seconds. To ask twice is to ask once.")
    @ApiResponse(
            responseCode = "202",
            description = "It will be stopped",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It had ended already",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    ResponseEntity<JobView> cancel(@PathVariable UUID id, Caller.User caller) {
        JobView before = jobs.require(id, caller.principal());
        boolean stops = !before.status().isEnd() && jobs.cancel(id);
        return ResponseEntity.status(stops ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(jobs.require(id, caller.principal()));
    }
}
