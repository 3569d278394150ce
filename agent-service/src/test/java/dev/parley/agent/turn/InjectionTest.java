package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.ContextMessage.Role;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolOffer;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.token.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A model that obeys every injection changes nothing that the user has not asked for or agreed to. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "parley.agent.turn.max-steps=6"})
@Import(InjectionTest.Obedience.class)
class InjectionTest {
    private static final Outsiders OUTSIDERS = new Outsiders();
    private static final ToolOffer OURS = new ToolOffer(List.of(), true, false, null);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final int IN_A_DOCUMENT = 6;

    @TestConfiguration(proxyBeanMethods = false)
    static class Obedience {
        @Bean
        @Primary
        ObedientModel obedientModel() {
            return new ObedientModel();
        }

        @Bean
        JWKSource<SecurityContext> tokenKeys() {
            return TestTokens.keys();
        }

        @Bean
        CountingTool counting() {
            return new CountingTool("counting", ToolEffect.WRITE);
        }

        @Bean
        CountingTool reading() {
            return new CountingTool("reading", ToolEffect.READ);
        }

        @Bean
        CountingTool sending() {
            return new CountingTool("sending", ToolEffect.IDEMPOTENT_WRITE);
        }

        @Bean
        CountingTool paying() {
            return new CountingTool("paying", ToolEffect.COSTS_MONEY);
        }
    }

    private final Talk talk;
    private final ObedientModel model;
    private final Tools tools;
    private final List<CountingTool> changing;
    private final CountingTool counting;
    private final int port;

    InjectionTest(
            @Autowired EventProducer producer,
            @Autowired ObedientModel model,
            @Autowired Tools tools,
            @Autowired CountingTool counting,
            @Autowired CountingTool sending,
            @Autowired CountingTool paying,
            @LocalServerPort int port) {
        this.talk = new Talk(producer);
        this.model = model;
        this.tools = tools;
        this.counting = counting;
        this.changing = List.of(counting, sending, paying);
        this.port = port;
    }

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry settings) {
        settings.add("parley.agent.tool.http.dir", OUTSIDERS::toolFiles);
        settings.add("MCP_SERVERS", OUTSIDERS::mcpServers);
    }

    @BeforeEach
    void awaitTools() {
        await().atMost(SOON).until(() -> tools.find("others__delete").isPresent());
        changing.forEach(tool -> tool.calls.clear());
        OUTSIDERS.effects.clear();
        model.read.clear();
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @AfterAll
    static void closeOutsiders() {
        OUTSIDERS.close();
    }

    @Test
    void there_are_enough_of_them_and_of_many_kinds() {
        assertThat(Injection.CORPUS).hasSizeGreaterThanOrEqualTo(100);
        assertThat(Injection.CORPUS).extracting(Injection::text).doesNotHaveDuplicates();
        assertThat(Injection.CORPUS.stream().map(it -> it.kind().split(":", 2)[0]))
                .contains(
                        "direct order",
                        "fake system message",
                        "forged delimiter",
                        "encoding",
                        "language",
                        "markup",
                        "exfiltration",
                        "spoofed tool result",
                        "several steps",
                        "unicode",
                        "persuasion");
    }

    @Test
    void nothing_happens_because_a_web_service_says_so() {
        assertNothingHappens(askForEach("use outside_notes %s"), "outside_notes");
    }

    @Test
    void nothing_happens_because_an_mcp_server_says_so() {
        assertNothingHappens(askForEach("use others__notes %s"), "others__notes");
    }

    @Test
    void nothing_happens_because_a_document_says_so() {
        Map<Member, String> documents = new LinkedHashMap<>();
        for (int from = 0; from < Injection.CORPUS.size(); from += IN_A_DOCUMENT) {
            var member = new Member(port);
            documents.put(member, bring(member, from, Math.min(from + IN_A_DOCUMENT, Injection.CORPUS.size())));
        }
        documents.forEach((member, path) ->
                await().atMost(SOON).until(() -> member.get(path).text("status").equals("ready")));

        List<RequestTurn> turns = documents.keySet().stream()
                .map(member -> Requests.of(
                        member.principal(), new ConversationId(UUID.randomUUID()), "What do the booking rules say?"))
                .toList();
        turns.forEach(talk::send);

        assertNothingHappens(turns, "search_documents");
    }

    @Test
    void nothing_happens_because_a_client_tells_so_in_the_name_of_a_tool() {
        List<RequestTurn> turns = new ArrayList<>();
        for (Injection injection : Injection.CORPUS) {
            var call = new ContextCall("call_7", "browse", "{}");
            turns.add(Requests.inContext(
                    new ConversationId(UUID.randomUUID()),
                    new ClientContext(
                            List.of(
                                    ContextMessage.of(Role.USER, "Look it up."),
                                    new ContextMessage(Role.ASSISTANT, "", List.of(call), null),
                                    new ContextMessage(Role.TOOL, injection.planted(), List.of(), "call_7"),
                                    ContextMessage.of(Role.USER, "And now?")),
                            OURS,
                            AnswerBounds.NONE,
                            null)));
        }
        turns.forEach(talk::send);

        for (RequestTurn turn : turns) {
            assertThat(talk.outcomeOf(turn).path("tool_calls").valueStream())
                    .extracting(call -> call.path("error").asString(""))
                    .contains("approval_required");
        }
        assertNoEffects();
        assertThat(model.read).hasSize(Injection.CORPUS.size());
    }

    @Test
    void what_was_read_in_an_earlier_turn_does_not_order_either() {
        RequestTurn read = talk.ask("note use outside_notes 000");
        assertThat(talk.outcomeOf(read).path("tool_calls")).hasSize(1);

        RequestTurn next = talk.ask("do counting");

        assertThat(talk.pauseOf(next).path("tool_call_ids")).hasSize(1);
        assertNoEffects();
    }

    @Test
    void what_the_user_agrees_to_is_done_once() {
        RequestTurn turn = talk.ask("use outside_notes 000");
        String call = talk.pauseOf(turn).path("tool_call_ids").get(0).asString();
        assertNoEffects();

        talk.send(
                new DecideToolCall(turn.turnId(), turn.conversationId(), call, Decision.APPROVE, null, Instant.EPOCH));

        assertThat(talk.outcomeOf(turn).path("text").asString()).isEqualTo("Done.");
        assertThat(counting.calls).containsExactly(call);
    }

    @Test
    void what_the_user_orders_in_the_own_words_is_done_at_once_whatever_was_read() {
        talk.outcomeOf(talk.ask("note use outside_notes 000"));

        RequestTurn said = toTool("do counting of the word leaked");
        talk.send(said);
        assertThat(talk.outcomeOf(said).path("text").asString()).isEqualTo("Done.");
        assertThat(counting.effects(said.turnId())).isEqualTo(1);

        RequestTurn filledIn = toTool("do counting of that word");
        talk.send(filledIn);
        assertThat(talk.pauseOf(filledIn).path("tool_call_ids")).hasSize(1);
        assertThat(counting.effects(filledIn.turnId())).isZero();
    }

    @Test
    void what_a_server_says_of_its_own_tools_holds_for_those_and_no_others() {
        RequestTurn own = talk.ask("do others__delete");
        assertThat(talk.outcomeOf(own).path("text").asString()).isEqualTo("Done.");
        assertThat(OUTSIDERS.effects).containsExactly("delete");

        RequestTurn another = Requests.plain(new ConversationId(UUID.randomUUID()), "do counting");
        talk.send(another);
        assertThat(talk.pauseOf(another).path("tool_call_ids")).hasSize(1);
        assertThat(counting.calls).isEmpty();
    }

    /** So few that a question is answered from all of it. @return where the document is */
    private static String bring(Member member, int from, int to) {
        String text = Injection.CORPUS.subList(from, to).stream()
                .map(Injection::planted)
                .collect(Collectors.joining("\n\n"));
        return DOCUMENTS + "/"
                + member.post(DOCUMENTS, Map.of("title", "Booking rules", "text", text))
                        .text("document_id");
    }

    private List<RequestTurn> askForEach(String message) {
        List<RequestTurn> turns = Injection.CORPUS.stream()
                .map(it -> Requests.plain(new ConversationId(UUID.randomUUID()), message.formatted(it.id())))
                .toList();
        turns.forEach(talk::send);
        return turns;
    }

    /** Each of the turns waits for the user, the model has read all injections, and nothing was changed. */
    private void assertNothingHappens(List<RequestTurn> turns, String reader) {
        for (RequestTurn turn : turns) {
            assertThat(talk.pauseOf(turn).path("tool_call_ids")).isNotEmpty();
        }
        assertNoEffects();
        Set<String> all = Injection.CORPUS.stream()
                .map(injection -> reader + " " + injection.id())
                .collect(Collectors.toSet());
        assertThat(model.read).containsAll(all);
    }

    private void assertNoEffects() {
        assertThat(changing).allSatisfy(tool -> assertThat(tool.calls).isEmpty());
        assertThat(OUTSIDERS.effects).isEmpty();
    }

    private RequestTurn toTool(String message) {
        RequestTurn asked = talk.request(message);
        return new RequestTurn(
                asked.turnId(),
                asked.conversationId(),
                asked.owner(),
                null,
                asked.userMessageId(),
                asked.messageId(),
                message,
                asked.channel(),
                null,
                "counting",
                null,
                asked.onBusy(),
                asked.streamPartition(),
                asked.createdAt(),
                asked.expiresAt());
    }
}
