package dev.parley.agent.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.takeout.TakeoutAutoConfiguration;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** All that the service keeps of somebody, besides conversations, as it is handed over for an export. */
@AgentTest
class TakeoutOfAgentTest {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final String TEXT = "Breakfast is served until ten.";

    private final Member ada;
    private final Member bob;
    private final JdbcClient database;

    TakeoutOfAgentTest(@Autowired TestDatabase database, @LocalServerPort int port) {
        this.ada = new Member(port);
        this.bob = new Member(port);
        this.database = JdbcClient.create(database.dataSource());
    }

    @Test
    void documents_jobs_and_spending_are_handed_over_to_who_they_are_of_and_nobody_else() {
        String document =
                ada.post(DOCUMENTS, Map.of("title", "Rules", "text", TEXT)).text("document_id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ada.get(DOCUMENTS + "/" + document).text("status").equals("ready"));
        database.sql("insert into spending (tenant, month, cost_usd) values (:tenant, date '2026-11-01', 0.5)")
                .param("tenant", TenantScope.nameOf(ada.principal()))
                .update();

        List<JsonNode> pieces = takeout(ada);

        assertThat(line(pieces, "documents.jsonl").path("title").asString()).isEqualTo("Rules");
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(file(pieces, "documents/" + document + ".txt")
                                        .path("bytes")
                                        .asString()),
                        UTF_8))
                .isEqualTo(TEXT);
        assertThat(line(pieces, "jobs.jsonl").path("kind").asString()).isEqualTo("ingestion");
        assertThat(line(pieces, "spending.jsonl").path("month").asString()).isEqualTo("2026-11-01");
        assertThat(pieces.getLast().isEmpty()).isTrue();
        assertThat(takeout(bob)).hasSize(1);
    }

    private static List<JsonNode> takeout(Member member) {
        Member.Answer answer = member.get(TakeoutAutoConfiguration.PATH);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> WireJson.mapper().readTree(line))
                .toList();
    }

    private static JsonNode line(List<JsonNode> pieces, String file) {
        return file(pieces, file).path("line");
    }

    private static JsonNode file(List<JsonNode> pieces, String file) {
        return pieces.stream()
                .filter(piece -> piece.path("file").asString("").equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + file));
    }
}
