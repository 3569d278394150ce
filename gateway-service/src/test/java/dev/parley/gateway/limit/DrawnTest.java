package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class DrawnTest {

    private static final Quota CALLER = new Quota("caller", 100, "requests of one caller");
    private static final Quota TURN = new Quota("turn", 30, "questions of one caller");

    private final Drawn.One granted =
            new Drawn.One(CALLER, new Draw(true, 57, Duration.ZERO, Duration.ofMillis(11_001)));
    private final Drawn.One refused =
            new Drawn.One(TURN, new Draw(false, 0, Duration.ofSeconds(40), Duration.ofSeconds(40)));

    @Test
    void every_policy_tells_how_it_stands_in_whole_seconds() {
        HttpHeaders headers = new HttpHeaders();
        new Drawn(List.of(granted, refused)).tell(headers);

        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"caller\";q=100;w=60, \"turn\";q=30;w=60");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"caller\";r=57;t=12, \"turn\";r=0;t=40");
    }

    @Test
    void the_last_one_asked_may_be_the_one_that_refused() {
        assertThat(new Drawn(List.of(granted)).refused()).isEmpty();
        assertThat(new Drawn(List.of(granted, refused)).refused()).hasValue(refused);
    }

    @Test
    void a_refusal_names_the_policy_and_when_to_come_again() {
        ProblemException problem = Drawn.problem(refused);

        assertThat(problem.code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(problem.detail())
                .isEqualTo("No more than 30 questions of one caller are taken in a minute. Come again in 40 seconds.");
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(problem.members()).containsEntry("violated_policies", List.of("turn"));
    }
}
