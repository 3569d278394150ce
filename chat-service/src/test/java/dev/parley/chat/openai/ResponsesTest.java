package dev.parley.chat.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseRetrieveParams;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.ToolChoiceOptions;
import com.openai.models.responses.WebSearchTool;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.token.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class ResponsesTest extends AskedByOpenAi {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    ResponsesTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        super(producer, port);
    }

    @Test
    void a_further_response_goes_on_from_the_one_before() {
        String first = question();
        var begun = whole(asking(first).instructions("Be brief."));
        RequestTurn turn = agent.awaitTurn(first);
        agent.answer(turn, 1, "Hel", "lo");
        Response response = await(begun);

        assertThat(response.id()).isEqualTo("resp_" + turn.turnId().toString().replace("-", ""));
        assertThat(status(response)).isEqualTo("completed");
        assertThat(text(response)).isEqualTo("Hello");
        assertThat(response.usage().orElseThrow().totalTokens()).isEqualTo(8);
        assertThat(Objects.requireNonNull(turn.context()).instructions()).isEqualTo("Be brief.");

        String second = question();
        var goingOn = whole(asking(second).previousResponseId(response.id()));
        RequestTurn next = agent.awaitTurn(second);
        agent.answer(next, 1, "Again");

        assertThat(text(await(goingOn))).isEqualTo("Again");
        assertThat(next.conversationId()).isEqualTo(turn.conversationId());
        assertThat(next.message()).isEqualTo(second);
        ClientContext context = Objects.requireNonNull(next.context());
        assertThat(context.instructions()).isNull();
        assertThat(context.messages()).extracting(ContextMessage::text).containsExactly(first, "Hello", second);
    }

    @Test
    void a_client_runs_its_own_tools_and_comes_again_with_the_results() {
        String question = question();
        var asked = whole(asking(question).addTool(weather()));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, calling(turn));
        Response response = await(asked);
        var call = response.output().getFirst().asFunctionCall();

        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call.arguments()).isEqualTo("{\"city\":\"Berlin\"}");

        String result = question();
        var again = whole(ResponseCreateParams.builder()
                .model("default")
                .previousResponseId(response.id())
                .addTool(weather())
                .inputOfResponse(
                        List.of(ResponseInputItem.ofFunctionCallOutput(ResponseInputItem.FunctionCallOutput.builder()
                                .callId(call.callId())
                                .output(result)
                                .build()))));
        RequestTurn next = agent.awaitTurn(result);
        agent.answer(next, 1, "Blue.");

        assertThat(text(await(again))).isEqualTo("Blue.");
        List<ContextMessage> told = Objects.requireNonNull(next.context()).messages();
        assertThat(told.get(1).toolCalls().getFirst().id()).isEqualTo(call.callId());
        assertThat(told.get(2).toolCallId()).isEqualTo(call.callId());
        assertThat(told.get(2).text()).isEqualTo(result);
    }

    @Test
    void a_response_in_the_background_is_followed_from_any_of_its_events() {
        String question = question();
        Response queued = await(whole(asking(question).background(true)));
        assertThat(status(queued)).isEqualTo("queued");
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        Awaitility.await()
                .until(() -> status(client.responses().retrieve(queued.id())).equals("in_progress"));

        var followed = running(() -> followed(
                ResponseRetrieveParams.builder().responseId(queued.id()).build()));
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "One, "));
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 1, "two"));
        agent.end(turn, 1, "One, two");
        List<ResponseStreamEvent> all = await(followed);

        assertThat(all.getFirst().created()).isPresent();
        assertThat(numbers(all)).isEqualTo(counted(all.size()));
        Response completed = all.getLast().completed().orElseThrow().response();
        assertThat(text(completed)).isEqualTo("One, two");
        assertThat(text(client.responses().retrieve(queued.id()))).isEqualTo("One, two");

        List<ResponseStreamEvent> rest = followed(ResponseRetrieveParams.builder()
                .responseId(queued.id())
                .startingAfter(4)
                .build());
        assertThat(numbers(rest)).isEqualTo(numbers(all).subList(5, all.size()));
        assertThat(rest.getFirst().outputTextDelta().orElseThrow().delta()).isEqualTo("two");
    }

    @Test
    void a_response_that_is_stopped_has_what_was_said() {
        String question = question();
        Response queued = await(whole(asking(question).background(true)));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        var cancelled = running(() -> client.responses().cancel(queued.id()));
        assertThat(agent.awaitCancels(turn.turnId(), 1)).hasSize(1);
        agent.say(
                turn,
                1,
                new MessageEnd(turn.turnId(), turn.messageId(), "Half", FinishReason.CANCELLED, Usage.NONE, List.of()));

        Response response = await(cancelled);
        assertThat(status(response)).isEqualTo("cancelled");
        assertThat(text(response)).isEqualTo("Half");
    }

    @Test
    void calls_of_tools_stream_as_items() {
        String question = question();
        var asked = streamed(asking(question).addTool(weather()));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, calling(turn));

        List<ResponseStreamEvent> events = await(asked);

        assertThat(events.stream()
                        .flatMap(event -> event.functionCallArgumentsDone().stream())
                        .map(done -> done.arguments()))
                .containsExactly("{\"city\":\"Berlin\"}");
        assertThat(events.getLast().completed()).isPresent();
    }

    @Test
    void an_attempt_that_says_something_else_leaves_the_response_incomplete() {
        String question = question();
        var asked = streamed(asking(question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "One, "));
        agent.answer(turn, 2, "Three");

        Response response = await(asked).getLast().incomplete().orElseThrow().response();
        assertThat(status(response)).isEqualTo("incomplete");
        assertThat(text(response)).isEqualTo("One, ");
    }

    @Test
    void a_turn_that_fails_is_a_failed_response() {
        String question = question();
        var asked = streamed(asking(question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.fail(turn, "model_unavailable");

        Response failed = await(asked).getLast().failed().orElseThrow().response();
        assertThat(failed.error().orElseThrow().message()).isEqualTo("The model is not there.");
        assertThat(status(client.responses().retrieve(failed.id()))).isEqualTo("failed");
        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> client.responses()
                        .create(asking("x").previousResponseId(failed.id()).build()))
                .withMessageContaining("previous_response_id");
    }

    @Test
    void what_was_said_with_the_request_is_said_again() {
        String question = question();
        var asked = whole(asking(question)
                .background(false)
                .topP(0.5)
                .metadata(ResponseCreateParams.Metadata.builder()
                        .putAdditionalProperty("team", JsonValue.from("blue"))
                        .build())
                .addTool(weather())
                .toolChoice(ToolChoiceOptions.REQUIRED));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, endBy("openai:other", turn));

        Response response = await(asked);

        assertThat(response.background()).contains(false);
        assertThat(response.topP()).contains(0.5);
        assertThat(response.metadata().orElseThrow()._allProperties()).containsKey("team");
        assertThat(response.toolChoice().asOptions()).isEqualTo(ToolChoiceOptions.REQUIRED);
        assertThat(response.model().asString()).isEqualTo("openai:other");
        Response later = client.responses().retrieve(response.id());
        assertThat(later.metadata()).isEqualTo(response.metadata());
        assertThat(later.completedAt()).isPresent();
        assertThat(later.previousResponseId()).isEmpty();
    }

    @Test
    void a_response_that_is_deleted_is_not_there_any_more() {
        String question = question();
        var asked = whole(asking(question));
        agent.answer(agent.awaitTurn(question), 1, "Hello");
        Response response = await(asked);

        OpenAIClient stranger = client(TestTokens.of(UUID.randomUUID()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> stranger.responses().delete(response.id()));
        stranger.close();
        client.responses().delete(response.id());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.responses().retrieve(response.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.responses()
                        .create(asking("x").previousResponseId(response.id()).build()));
    }

    @Test
    void a_response_that_is_deleted_while_it_is_made_is_stopped() {
        String question = question();
        Response response = await(whole(asking(question).background(true)));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);

        var deleted = running(() -> {
            client.responses().delete(response.id());
            return true;
        });
        assertThat(agent.awaitCancels(turn.turnId(), 1)).hasSize(1);
        agent.say(
                turn,
                1,
                new MessageEnd(turn.turnId(), turn.messageId(), "", FinishReason.CANCELLED, Usage.NONE, List.of()));

        assertThat(await(deleted)).isTrue();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.responses().retrieve(response.id()));
    }

    @Test
    void a_response_is_its_owners_own() {
        String question = question();
        Response mine = await(whole(asking(question).background(true)));
        OpenAIClient stranger = client(TestTokens.of(UUID.randomUUID()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> stranger.responses().retrieve(mine.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> stranger.responses().cancel(mine.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> stranger.responses()
                        .create(asking("x").previousResponseId(mine.id()).build()));
        stranger.close();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.responses().retrieve("resp_nonsense"));
        assertThatExceptionOfType(OpenAIServiceException.class)
                .isThrownBy(() -> client.responses()
                        .create(asking("x").previousResponseId(mine.id()).build()))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(409));
        agent.answer(agent.awaitTurn(question), 1, "Done");
    }

    @Test
    void what_is_not_supported_or_not_valid_is_refused() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.responses()
                        .create(asking("x")
                                .addTool(WebSearchTool.builder()
                                        .type(WebSearchTool.Type.WEB_SEARCH)
                                        .build())
                                .build()));
        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> client.responses()
                        .create(ResponseCreateParams.builder()
                                .model("default")
                                .inputOfResponse(List.of(ResponseInputItem.ofFunctionCallOutput(
                                        ResponseInputItem.FunctionCallOutput.builder()
                                                .callId("nobodys")
                                                .output("1")
                                                .build())))
                                .build()))
                .withMessageContaining("call_id");
        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> client.responses().create(asking(" ").build()));
    }

    private static ResponseCreateParams.Builder asking(String question) {
        return ResponseCreateParams.builder().model("default").input(question);
    }

    private static FunctionTool weather() {
        return FunctionTool.builder()
                .name("get_weather")
                .strict(false)
                .parameters(FunctionTool.Parameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
    }

    private CompletableFuture<Response> whole(ResponseCreateParams.Builder params) {
        ResponseCreateParams built = params.build();
        return running(() -> client.responses().create(built));
    }

    private CompletableFuture<List<ResponseStreamEvent>> streamed(ResponseCreateParams.Builder params) {
        ResponseCreateParams built = params.build();
        return running(() -> {
            try (var stream = client.responses().createStreaming(built)) {
                return stream.stream().toList();
            }
        });
    }

    private List<ResponseStreamEvent> followed(ResponseRetrieveParams params) {
        try (var stream = client.responses().retrieveStreaming(params)) {
            return stream.stream().toList();
        }
    }

    /** Whatever they are. */
    private static List<Long> numbers(List<ResponseStreamEvent> events) {
        return events.stream().map(ResponsesTest::number).toList();
    }

    private static Long number(ResponseStreamEvent event) {
        Map<String, Object> fields =
                Objects.requireNonNull(event._json().orElseThrow().convert(FIELDS));
        return ((Number) Objects.requireNonNull(fields.get("sequence_number"))).longValue();
    }

    private static List<Long> counted(int size) {
        return java.util.stream.LongStream.range(0, size).boxed().toList();
    }

    private static String status(Response response) {
        return response.status().orElseThrow().asString();
    }

    private static String text(Response response) {
        return response.output()
                .getFirst()
                .asMessage()
                .content()
                .getFirst()
                .asOutputText()
                .text();
    }
}
