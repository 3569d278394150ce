package dev.parley.platform.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class WorkTracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Bench bench = new Bench();
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_run_goes_on_in_the_trace_of_who_asked_for_it_and_its_log_lines_say_so() {
        UUID id = run("00-" + TRACE + "-b7ad6b7169203331-01");

        assertThat(seen)
                .containsEntry("trace", TRACE)
                .containsEntry("mdc", TRACE)
                .containsEntry("id", id.toString());
    }

    @Test
    void a_trace_that_cannot_be_read_is_none() {
        run("nonsense");

        assertThat(seen).containsEntry("valid", "false");
    }

    private UUID run(@Nullable String traceparent) {
        bench.worker(Tempo.steady(), FakeHandler.roomy().running(_ -> {
            seen.put("trace", Span.current().getSpanContext().getTraceId());
            seen.put("valid", Boolean.toString(Span.current().getSpanContext().isValid()));
            seen.put("mdc", String.valueOf(MDC.get("trace_id")));
            seen.put("id", MDC.get("work_id"));
        }));
        NewWork item =
                new NewWork(UUID.randomUUID(), Items.KIND, "a", "tenant", "".getBytes(UTF_8), traceparent, null, null);
        bench.inbox.put(List.of(item));
        bench.awaitState("done", item.id());
        return item.id();
    }
}
