package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.knowledge.text.IsolatedReader;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.agent.turn.Member.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;

/** A replica on which no reader of documents starts. */
@AgentTest
@Import(BrokenReaderTest.Nowhere.class)
class BrokenReaderTest {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";

    private final Member ada;

    @TestConfiguration(proxyBeanMethods = false)
    static class Nowhere {
        @Bean
        @Primary
        IsolatedReader nowhere() {
            return new IsolatedReader(Path.of("/nowhere/java"));
        }
    }

    BrokenReaderTest(@LocalServerPort int port) {
        this.ada = new Member(port);
    }

    @Test
    void documents_are_tried_several_times_and_then_failed_on_our_side() {
        Answer answer = ada.post(DOCUMENTS, Map.of("title", "Penguins", "text", "Penguins breed on the ice."));

        JsonNode document = await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> ada.get(DOCUMENTS + "/" + answer.text("document_id"))
                                .json(),
                        it -> it.path("status").asString().equals("failed"));
        assertThat(document.path("error").path("code").asString()).isEqualTo("too_many_failures");
        assertThat(document.path("error").path("detail").asString())
                .isEqualTo("The job failed on our side, several times.");
        assertThat(ada.get("/api/v1/jobs/" + answer.text("job_id")).text("status"))
                .isEqualTo("failed");
    }
}
