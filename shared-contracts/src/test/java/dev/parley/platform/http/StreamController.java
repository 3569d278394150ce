package dev.parley.platform.http;

import dev.parley.platform.security.Open;
import io.opentelemetry.api.trace.Span;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Answers asynchronously, and tells what it knows of its request. */
@RestController
@Open
class StreamController {
    @Operation(summary = "Three events from another thread")
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream() {
        var emitter = new SseEmitter(0L);
        Thread.ofVirtual().start(() -> write(emitter));
        return emitter;
    }

    private static void write(SseEmitter emitter) {
        try {
            for (int i = 0; i < 3; i++) {
                emitter.send(SseEmitter.event().id(Integer.toString(i)).data("text " + i));
            }
            emitter.complete();
        } catch (IOException gone) {
            emitter.completeWithError(gone);
        }
    }

    @Operation(summary = "Events until nobody listens any more")
    @GetMapping(path = "/endless", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter endless() {
        var emitter = new SseEmitter(0L);
        Thread.ofVirtual().start(() -> writeForEver(emitter));
        return emitter;
    }

    private static void writeForEver(SseEmitter emitter) {
        try {
            while (true) {
                emitter.send(SseEmitter.event().data("x".repeat(10_000)));
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        }
    }

    @Operation(summary = "Fails on another thread before it answers")
    @GetMapping("/late-failure")
    Callable<String> lateFailure() {
        return () -> {
            throw new IllegalStateException("late");
        };
    }

    @Operation(summary = "The ids that this thread knows")
    @GetMapping("/ids")
    Map<String, Object> ids() {
        return Map.of(
                "request_id", MDC.get("request_id"),
                "trace_id", MDC.get("trace_id"),
                "span_id", Span.current().getSpanContext().getSpanId(),
                "current_trace", Span.current().getSpanContext().getTraceId());
    }
}
