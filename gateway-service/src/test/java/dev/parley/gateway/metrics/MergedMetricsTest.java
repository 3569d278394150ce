package dev.parley.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergedMetricsTest {

    private final MergedMetrics merged = new MergedMetrics();

    @Test
    void samples_of_a_histogram_stay_together_whoever_says_them() {
        String said = """
                # HELP wait_seconds Waiting
                # TYPE wait_seconds histogram
                wait_seconds_bucket{le="+Inf"} 2
                wait_seconds_count 2
                wait_seconds_sum 0.5
                # HELP other Other
                # TYPE other gauge
                other 1
                """;

        merged.add("chat-service", "", Exposition.parse(said));
        merged.add("agent-service", "", Exposition.parse(said));

        assertThat(lines())
                .containsExactly(
                        "# HELP wait_seconds Waiting",
                        "# TYPE wait_seconds histogram",
                        "wait_seconds_bucket{service=\"chat-service\",le=\"+Inf\"} 2",
                        "wait_seconds_count{service=\"chat-service\"} 2",
                        "wait_seconds_sum{service=\"chat-service\"} 0.5",
                        "wait_seconds_bucket{service=\"agent-service\",le=\"+Inf\"} 2",
                        "wait_seconds_count{service=\"agent-service\"} 2",
                        "wait_seconds_sum{service=\"agent-service\"} 0.5",
                        "# HELP other Other",
                        "# TYPE other gauge",
                        "other{service=\"chat-service\"} 1",
                        "other{service=\"agent-service\"} 1");
    }

    @Test
    void a_service_may_name_itself() {
        merged.add("chat-service", "", Exposition.parse("x{a=\"1\",service=\"chat-service\"} 1"));

        assertThat(lines()).contains("x{a=\"1\",service=\"chat-service\"} 1");
    }

    @Test
    void another_meaning_of_the_label_gives_way() {
        merged.add("chat-service", "", Exposition.parse("x{service=\"mail\",b=\"say \\\"service=\\\"\"} 1"));

        assertThat(lines())
                .contains("x{service=\"chat-service\",exported_service=\"mail\",b=\"say \\\"service=\\\"\"} 1");
    }

    @Test
    void replicas_are_told_apart() {
        merged.add(
                "chat-service", "replica=\"1\"", Exposition.parse("x{} 1\ny{service=\"chat-service\"} 2 1700000000"));

        assertThat(lines())
                .contains("x{service=\"chat-service\",replica=\"1\"} 1")
                .contains("y{replica=\"1\",service=\"chat-service\"} 2 1700000000");
    }

    @Test
    void where_services_disagree_on_a_type_none_is_claimed() {
        merged.add("chat-service", "", Exposition.parse("# TYPE x gauge\nx 1"));
        merged.add("agent-service", "", Exposition.parse("# TYPE x counter\nx 1"));

        assertThat(lines()).containsOnlyOnce("# TYPE x untyped");
    }

    @Test
    void values_are_read() {
        Exposition said = Exposition.parse("# TYPE x gauge\nx{a=\"}\"} 1.5\nx 2\n# EOF\n\nnonsense");

        assertThat(said.sum("x")).isEqualTo(3.5);
        assertThat(said.sum("nonsense")).isNaN();
        assertThat(said.sum("absent")).isZero();
    }

    private List<String> lines() {
        return merged.text().lines().toList();
    }
}
