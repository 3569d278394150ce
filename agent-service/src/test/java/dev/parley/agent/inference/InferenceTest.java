package dev.parley.agent.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.person.PersonalData;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.agent.turn.Member.Answer;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.WorkAdmin;
import dev.parley.platform.work.WorkStatus;
import dev.parley.simulator.inference.InferenceSimulator;
import dev.parley.simulator.inference.SimulatedRun;
import dev.parley.testing.backing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Models of providers, run as jobs: a second at Replicate costs ten cents here, and each may spend a dollar. */
@AgentTest
class InferenceTest {
    private static final InferenceSimulator PROVIDERS = InferenceSimulator.start(0, Duration.ofMillis(100));
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PATH = "/api/v1/inference/jobs";
    private static final String POET = "ada/poet";

    private final List<PersonalData> personalData;
    private final WorkAdmin work;
    private final JdbcClient database;
    private final Member ada;

    InferenceTest(
            @Autowired List<PersonalData> personalData,
            @Autowired WorkAdmin work,
            @Autowired TestDatabase database,
            @LocalServerPort int port) {
        this.personalData = personalData;
        this.work = work;
        this.database = JdbcClient.create(database.dataSource());
        this.ada = new Member(port);
    }

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry registry) {
        String inference = "parley.agent.inference.";
        registry.add(inference + "first-pause", () -> "50ms");
        registry.add(inference + "max-output", () -> "2KB");
        registry.add(inference + "max-open-jobs", () -> 3);
        registry.add(inference + "replicate.key", () -> "sim");
        registry.add(inference + "replicate.url", PROVIDERS::replicateUrl);
        registry.add(inference + "replicate.usd-per-second", () -> "0.1");
        registry.add(inference + "runpod.key", () -> "sim");
        registry.add(inference + "runpod.url", PROVIDERS::runpodUrl);
        registry.add(inference + "modal.key", () -> "wk-sim:ws-sim");
        registry.add(inference + "modal.url", PROVIDERS::modalUrl);
    }

    @AfterAll
    static void close() {
        PROVIDERS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "replicate, ada/poet, 0.020",
        "replicate, ada/poet:5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa, 0.020",
        "runpod, e1, 0.020",
        "modal, poet,",
        "modal, private,",
        "modal, hasty,"
    })
    void a_model_of_each_provider_is_run_and_its_output_is_the_result(
            String provider, String model, BigDecimal seconds) {
        JsonNode job = ended(start(provider, model, Map.of("output", List.of("a", "poem"), "seconds", 0.02)));

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("succeeded");
        assertThat(job.path("kind").asString()).isEqualTo("inference");
        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        JsonNode result = job.path("result");
        assertThat(result.path("provider").asString()).isEqualTo(provider);
        assertThat(result.path("model").asString()).isEqualTo(model);
        assertThat(result.path("output").path(1).asString()).isEqualTo("poem");
        if (seconds == null) {
            assertThat(result.path("seconds").isNull()).isTrue();
        } else {
            assertThat(result.path("seconds").decimalValue()).isEqualByComparingTo(seconds);
        }
        assertThat(rows(job)).isZero();
    }

    @Test
    void what_it_costs_is_spent_by_who_has_asked_also_when_it_fails() {
        JsonNode done = ended(start("replicate", POET, Map.of("seconds", 0.5)));
        JsonNode failed = ended(start("replicate", POET, Map.of("seconds", 0.25, "error", "CUDA out of memory")));

        assertThat(done.path("result").path("cost_usd").decimalValue()).isEqualByComparingTo("0.05");
        assertThat(failed.path("error").path("code").asString()).isEqualTo("prediction_failed");
        assertThat(failed.path("error").path("detail").asString()).isEqualTo("CUDA out of memory");
        assertThat(spent()).isEqualByComparingTo("0.075");
    }

    @Test
    void while_it_runs_it_says_how_far_it_is_and_to_cancel_it_stops_it_there_too() {
        UUID id = start("replicate", POET, Map.of("hold", true));
        await().atMost(SOON).until(() -> look(id).path("progress").asDouble() == 0.5);
        JsonNode running = look(id);
        assertThat(running.path("status").asString()).isEqualTo("running");
        assertThat(running.path("stage").asString()).isEqualTo("running");
        assertThat(running.path("attempts").asInt()).isEqualTo(1);

        assertThat(ada.post("/api/v1/jobs/" + id + "/cancel", List.of()).status())
                .isEqualTo(202);

        assertThat(ended(id).path("status").asString()).isEqualTo("cancelled");
        assertThat(last().cancelled()).isTrue();
        assertThat(rows(id)).isZero();
    }

    @Test
    void one_that_takes_too_long_is_stopped_and_fails() {
        UUID id = start("runpod", "e1", Map.of("hold", true));
        await().atMost(SOON).until(() -> look(id).path("stage").asString("").equals("running"));

        database.sql("update prediction set begun_at = begun_at - interval '2 hours' where job_id = :job")
                .param("job", id)
                .update();

        assertThat(ended(id).path("error").path("code").asString()).isEqualTo("prediction_timeout");
        assertThat(last().cancelled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "replicate, ada/missing, unknown_model",
        "runpod, missing, unknown_model",
        "modal, missing, unknown_model",
        "replicate, ada/poet, invalid_input",
        "modal, poet, invalid_input"
    })
    void what_a_provider_refuses_fails_and_says_why(String provider, String model, String code) {
        JsonNode job = ended(start(provider, model, Map.of("invalid", true)));

        assertThat(job.path("status").asString()).isEqualTo("failed");
        assertThat(job.path("error").path("code").asString()).isEqualTo(code);
    }

    @Test
    void a_model_that_breaks_fails_at_every_provider() {
        assertThat(ended(start("runpod", "e1", Map.of("error", "boom")))
                        .path("error")
                        .path("detail")
                        .asString())
                .isEqualTo("boom");
        assertThat(ended(start("modal", "poet", Map.of("error", "boom")))
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("prediction_failed");
    }

    @Test
    void a_provider_that_has_no_room_is_asked_again_when_it_says_so() {
        String model = "ada/busy";
        PROVIDERS.refuse(request -> request.path().contains(model), 429, Map.of("Retry-After", "1"));

        JsonNode job = ended(start("replicate", model, Map.of()));

        assertThat(job.path("status").asString()).as(job.toString()).isEqualTo("succeeded");
        assertThat(begun(model)).hasSize(1);
    }

    @Test
    void a_provider_that_does_not_answer_for_a_while_is_looked_at_again() {
        PROVIDERS.refuse(request -> request.path().contains("flaky/status"), 500, Map.of());
        PROVIDERS.cut(request -> request.path().contains("flaky/status"));

        assertThat(ended(start("runpod", "flaky", Map.of())).path("status").asString())
                .isEqualTo("succeeded");
        assertThat(begun("flaky")).hasSize(1);
    }

    @Test
    void where_nobody_knows_whether_it_was_begun_it_is_not_begun_again() {
        String model = "ada/cut";
        PROVIDERS.cut(request -> request.path().contains(model));

        JsonNode job = ended(start("replicate", model, Map.of()));

        assertThat(job.path("error").path("code").asString()).isEqualTo("outcome_unknown");
        assertThat(begun(model)).hasSize(1);
    }

    @Test
    void what_is_larger_than_can_be_kept_is_not() {
        JsonNode job = ended(start("runpod", "e1", Map.of("output", "x".repeat(3000))));

        assertThat(job.path("error").path("code").asString()).isEqualTo("output_too_large");
    }

    @ParameterizedTest
    @CsvSource({
        "replicate, poet, model",
        "replicate, https://evil.example/x, model",
        "runpod, ../e1, model",
        "modal, evil.example/, model",
        "modal, '', model",
        "openai, gpt, provider"
    })
    void what_is_no_name_of_a_model_is_refused(String provider, String model, String field) {
        Answer answer = post(provider, model, Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("validation_failed");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void input_is_an_object() {
        Answer none = ada.post(PATH, Map.of("provider", "runpod", "model", "e1"));
        Answer text = ada.post(PATH, Map.of("provider", "runpod", "model", "e1", "input", "a poem"));

        assertThat(List.of(none, text))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isEqualTo(422));
    }

    @Test
    void who_asks_twice_with_one_key_has_one_job() {
        Map<String, Object> wanted = Map.of("provider", "runpod", "model", "once", "input", Map.of());
        Answer first = ada.post(PATH, wanted, "Idempotency-Key", "k1");
        Answer second = ada.post(PATH, wanted, "Idempotency-Key", "k1");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.text("job_id")).isEqualTo(first.text("job_id"));
        ended(UUID.fromString(first.text("job_id")));
        assertThat(begun("once")).hasSize(1);
    }

    @Test
    void who_has_spent_everything_or_has_many_open_has_to_wait() {
        List<UUID> open = IntStream.range(0, 3)
                .mapToObj(_ -> start("runpod", "e1", Map.of("hold", true)))
                .toList();
        Answer oneMore = post("runpod", "e1", Map.of());
        assertThat(oneMore.status()).isEqualTo(429);
        assertThat(oneMore.text("code")).isEqualTo("too_many_jobs");
        open.forEach(id -> ada.post("/api/v1/jobs/" + id + "/cancel", List.of()));
        open.forEach(this::ended);

        database.sql(
                        "insert into spending (tenant, month, cost_usd) values (:tenant, date_trunc('month', now() at time zone 'UTC'), 1)")
                .param("tenant", TenantScope.nameOf(ada.principal()))
                .update();
        Answer broke = post("runpod", "e1", Map.of());
        assertThat(broke.status()).isEqualTo(402);
        assertThat(broke.text("code")).isEqualTo("budget_exceeded");
    }

    @Test
    void what_is_under_way_for_somebody_who_is_gone_is_stopped_there() {
        UUID id = start("runpod", "gone", Map.of("hold", true));
        await().atMost(SOON).until(() -> look(id).path("stage").asString("").equals("running"));

        try (TenantScope _ = TenantScope.of(ada.principal())) {
            personalData.forEach(data -> data.erase(ada.principal()));
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(begun("gone")).singleElement().matches(SimulatedRun::cancelled);
            assertThat(rows(id)).isZero();
            assertThat(work.show(id)).map(WorkStatus::state).hasValue(WorkStatus.State.CANCELLED);
        });
        assertThat(begun("gone")).hasSize(1);
    }

    private Answer post(String provider, String model, Map<String, Object> input) {
        return ada.post(PATH, Map.of("provider", provider, "model", model, "input", input));
    }

    private UUID start(String provider, String model, Map<String, Object> input) {
        Answer accepted = post(provider, model, input);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        return UUID.fromString(accepted.text("job_id"));
    }

    private JsonNode look(UUID id) {
        return ada.get("/api/v1/jobs/" + id).json();
    }

    private JsonNode ended(UUID id) {
        return await().atMost(SOON)
                .until(() -> look(id), job -> !job.path("finished_at").isNull());
    }

    private static SimulatedRun last() {
        return PROVIDERS.runs().getLast();
    }

    private static List<SimulatedRun> begun(String model) {
        return PROVIDERS.runs().stream()
                .filter(run -> run.model().equals(model))
                .toList();
    }

    private long rows(JsonNode job) {
        return rows(UUID.fromString(job.path("id").asString()));
    }

    private long rows(UUID job) {
        return database.sql("select count(*) from prediction where job_id = :job")
                .param("job", job)
                .query(Long.class)
                .single();
    }

    private BigDecimal spent() {
        return database.sql("select sum(cost_usd) from spending where tenant = :tenant")
                .param("tenant", TenantScope.nameOf(ada.principal()))
                .query(BigDecimal.class)
                .single();
    }
}
