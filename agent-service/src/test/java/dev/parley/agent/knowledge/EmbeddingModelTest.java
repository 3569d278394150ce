package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.AgentService;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.Caller;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.web.Limit;
import dev.parley.simulator.llm.LlmSimulator;
import dev.parley.simulator.llm.Script;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.Kafka;
import dev.parley.testing.backing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service, started again with another EMBEDDING_MODEL. */
class EmbeddingModelTest {
    private static final String OPENAI = "openai:text-embedding-3-small";
    private static final String OLLAMA = "ollama:nomic-embed-text";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestDatabase database = Databases.fresh();
    private final Principal ada =
            new Principal(Principal.Kind.USER, UUID.randomUUID().toString());

    @Test
    void documents_are_found_by_the_old_model_until_all_of_them_are_embedded_by_the_new_one() throws IOException {
        try (var provider = LlmSimulator.start()) {
            try (var builtIn = start(provider, "offline")) {
                bring(builtIn, "Penguins breed on the ice in winter.");
                bring(builtIn, "Bread is baked of flour and water.");
                assertThat(provider.embeddingRequests()).isEmpty();
            }
            try (var openai = start(provider, OPENAI)) {
                provider.failEmbeddings(Script.fail(429).times(1));
                assertThat(modelOf(openai)).isNotEqualTo(OPENAI);
                assertThat(found(openai, "Where do birds of the south pole breed?"))
                        .first()
                        .isEqualTo("Penguins breed on the ice in winter.");

                switched(openai, OPENAI);
                bring(openai, "The warranty lasts two years.");
                assertThat(found(openai, "warranty lasts")).first().isEqualTo("The warranty lasts two years.");
                assertThat(found(openai, "bread of flour")).first().isEqualTo("Bread is baked of flour and water.");
            }
            try (var ollama = start(provider, OLLAMA)) {
                assertThat(found(ollama, "bread of flour")).first().isEqualTo("Bread is baked of flour and water.");
                switched(ollama, OLLAMA);
                provider.failEmbeddings(Script.fail(503));
                assertThat(found(ollama, "flour"))
                        .as("by words, when the provider is down")
                        .containsExactly("Bread is baked of flour and water.");
            }
        }
    }

    private ConfigurableApplicationContext start(LlmSimulator provider, String model) {
        return new SpringApplicationBuilder(AgentService.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--EMBEDDING_MODEL=" + model,
                        "--OPENAI_API_KEY=k",
                        "--OPENAI_BASE_URL=" + provider.baseUrl(),
                        "--OLLAMA_API_KEY=k",
                        "--OLLAMA_BASE_URL=" + provider.baseUrl(),
                        "--TEXT_MODEL_NAME=offline",
                        "--AGENT_DATABASE_URL=" + database.applicationUrl(),
                        "--AGENT_DATABASE_MIGRATION_URL=" + database.url(),
                        "--KAFKA_BOOTSTRAP_SERVERS=" + Kafka.bootstrapServers(),
                        "--DATABASE_POOL_SIZE=8");
    }

    private void switched(ConfigurableApplicationContext service, String model) {
        service.getBean(OutdatedVectors.class).look();
        await().atMost(SOON).until(() -> modelOf(service).equals(model));
    }

    private String modelOf(ConfigurableApplicationContext service) {
        try (TenantScope _ = TenantScope.of(ada)) {
            return service.getBean(IndexStates.class)
                    .of(TenantScope.nameOf(ada))
                    .orElseThrow()
                    .model();
        }
    }

    private List<String> found(ConfigurableApplicationContext service, String query) {
        try (TenantScope _ = TenantScope.of(ada)) {
            return service.getBean(Knowledge.class).search(ada, query, 5).stream()
                    .map(Passage::text)
                    .toList();
        }
    }

    private void bring(ConfigurableApplicationContext service, String text) throws IOException {
        try (TenantScope _ = TenantScope.of(ada)) {
            UUID id = UUID.fromString(ada.id());
            var caller = new Caller.User(ada, new AccessToken(id, id, Set.of(), Instant.MAX, null));
            service.getBean(Library.class).take(caller, null, Upload.of("x", text));
        }
        await().atMost(SOON).until(() -> {
            try (TenantScope _ = TenantScope.of(ada)) {
                return service.getBean(Documents.class).list(ada, Limit.DEFAULT, null).stream()
                        .allMatch(it -> it.status() == DocumentStatus.READY);
            }
        });
    }
}
