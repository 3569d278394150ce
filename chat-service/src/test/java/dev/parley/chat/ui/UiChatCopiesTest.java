package dev.parley.chat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.turn.WithOneReplica;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.takeout.TakeoutAutoConfiguration;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.testing.token.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the service keeps of somebody, as it is handed over for an export. */
class UiChatCopiesTest extends WithOneReplica {
    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    private final UiChats chats;
    private final URI address;

    UiChatCopiesTest(@Autowired EventProducer producer, @Autowired UiChats chats, @LocalServerPort int port) {
        super(producer, port);
        this.chats = chats;
        this.address = URI.create("http://127.0.0.1:" + port + TakeoutAutoConfiguration.PATH);
    }

    @Test
    void the_names_of_ones_chats_are_handed_over_to_nobody_else() throws IOException, InterruptedException {
        UUID ada = UUID.randomUUID();
        Principal owner = new Principal(Principal.Kind.USER, ada.toString());
        var conversation = new ConversationId(UUID.randomUUID());
        try (TenantScope _ = TenantScope.of(owner)) {
            chats.name(owner, "first", conversation);
        }

        List<JsonNode> pieces = takeout(ada);

        assertThat(pieces).hasSize(2);
        assertThat(pieces.getFirst().path("file").asString()).isEqualTo("ui_chats.jsonl");
        JsonNode chat = pieces.getFirst().path("line");
        assertThat(chat.path("chat_id").asString()).isEqualTo("first");
        assertThat(chat.path("conversation_id").asString()).isEqualTo(conversation.toString());
        assertThat(takeout(UUID.randomUUID())).hasSize(1);
    }

    private List<JsonNode> takeout(UUID user) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestTokens.of(user))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body()
                .lines()
                .map(line -> WireJson.mapper().readTree(line))
                .toList();
    }
}
