package dev.parley.chat.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.Delta;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.token.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asked by OpenAI's own client. */
class CompletionsTest extends AskedByOpenAi {
    CompletionsTest(@Autowired EventProducer producer, @LocalServerPort int port) {
        super(producer, port);
    }

    @Test
    void an_answer_streams_in_chunks_that_end_with_its_usage() {
        String question = question();
        var asked = streamed(asking(question)
                .addSystemMessage("Be brief.")
                .temperature(0.1)
                .maxCompletionTokens(50)
                .stop("END")
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build()));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Hel", "lo");

        List<ChatCompletionChunk> chunks = await(asked);

        assertThat(text(chunks)).isEqualTo("Hello");
        assertThat(chunks.getFirst().id()).isEqualTo("chatcmpl-" + turn.turnId());
        assertThat(chunks.get(chunks.size() - 2).choices().getFirst().finishReason())
                .hasValueSatisfying(reason -> assertThat(reason.asString()).isEqualTo("stop"));
        assertThat(chunks.getLast().choices()).isEmpty();
        assertThat(chunks.getLast().usage())
                .hasValueSatisfying(usage -> assertThat(usage.totalTokens()).isEqualTo(8));
        assertThat(turn.owner().id()).isEqualTo(user.toString());
        assertThat(turn.channel()).isEqualTo("api");
        assertThat(turn.model()).isNull();
        ClientContext context = Objects.requireNonNull(turn.context());
        assertThat(context.messages())
                .extracting(ContextMessage::role)
                .containsExactlyInAnyOrder(ContextMessage.Role.USER, ContextMessage.Role.SYSTEM);
        assertThat(context.tools().own()).isTrue();
        assertThat(context.bounds().temperature()).isEqualTo(0.1);
        assertThat(context.bounds().maxTokens()).isEqualTo(50);
        assertThat(context.bounds().stop()).containsExactly("END");
    }

    @Test
    void a_client_runs_its_own_tools_and_comes_again_with_the_results() {
        String question = question();
        var params = asking(question).addFunctionTool(weather());
        var asked = whole(params);
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, calling(turn));

        ChatCompletion.Choice choice = await(asked).choices().getFirst();

        var context = Objects.requireNonNull(turn.context());
        assertThat(context.tools().own()).isFalse();
        assertThat(context.tools().client().getFirst().parameters()).containsEntry("type", "object");
        assertThat(choice.finishReason().asString()).isEqualTo("tool_calls");
        assertThat(choice.message().content()).isEmpty();
        var call = choice.message().toolCalls().orElseThrow().getFirst().asFunction();
        assertThat(call.id()).hasSizeLessThanOrEqualTo(40);
        assertThat(call.function().name()).isEqualTo("get_weather");
        assertThat(call.function().arguments()).isEqualTo("{\"city\":\"Berlin\"}");

        var again = whole(params.addMessage(choice.message())
                .addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("{\"sky\":\"blue\"}")
                        .build()));
        RequestTurn second = Awaitility.await()
                .until(() -> agent.awaitLastTurn(question), it -> !it.turnId().equals(turn.turnId()));
        agent.answer(second, 1, "Blue.");

        assertThat(await(again).choices().getFirst().message().content()).contains("Blue.");
        assertThat(second.message()).isEqualTo(question);
        assertThat(second.conversationId()).isNotEqualTo(turn.conversationId());
        List<ContextMessage> told = Objects.requireNonNull(second.context()).messages();
        assertThat(told.get(1).toolCalls().getFirst().id()).isEqualTo(call.id());
        assertThat(told.get(2).toolCallId()).isEqualTo(call.id());
        assertThat(told.get(2).text()).isEqualTo("{\"sky\":\"blue\"}");
    }

    @Test
    void calls_of_tools_stream_too() {
        String question = question();
        var asked = streamed(asking(question).addFunctionTool(weather()));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, calling(turn));

        List<ChatCompletionChunk> chunks = await(asked);

        var call = chunks.get(chunks.size() - 2)
                .choices()
                .getFirst()
                .delta()
                .toolCalls()
                .orElseThrow()
                .getFirst();
        assertThat(call.index()).isZero();
        assertThat(call.function().orElseThrow().arguments()).contains("{\"city\":\"Berlin\"}");
        assertThat(chunks.getLast()
                        .choices()
                        .getFirst()
                        .finishReason()
                        .orElseThrow()
                        .asString())
                .isEqualTo("tool_calls");
    }

    @Test
    void a_client_that_leaves_its_stream_cancels_the_turn() {
        String question = question();
        RequestTurn turn;
        try (var _ =
                client.chat().completions().createStreaming(asking(question).build())) {
            turn = agent.awaitTurn(question);
            agent.start(turn, 1);
        }

        for (int seq = 0; seq < 3; seq++) {
            agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), seq, "word "));
        }

        assertThat(agent.awaitCancels(turn.turnId(), 1)).hasSize(1);
    }

    @Test
    void an_attempt_that_starts_over_goes_on_where_it_says_the_same_and_fails_where_not() {
        String question = question();
        var asked = streamed(asking(question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, new Delta(turn.turnId(), turn.messageId(), 0, "One, "));
        agent.answer(turn, 2, "One, two");
        assertThat(text(await(asked))).isEqualTo("One, two");

        String other = question();
        var failing = streamed(asking(other));
        RequestTurn changed = agent.awaitTurn(other);
        agent.start(changed, 1);
        agent.say(changed, 1, new Delta(changed.turnId(), changed.messageId(), 0, "One, "));
        agent.answer(changed, 2, "Three");

        assertThat(failing)
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(OpenAIException.class)
                .withMessageContaining("start over");
    }

    @Test
    void a_turn_that_fails_is_an_exception() {
        String question = question();
        var asked = whole(asking(question));
        agent.fail(agent.awaitTurn(question), "model_unavailable");
        assertThat(asked)
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(InternalServerException.class)
                .withMessageContaining("The model is not there.");

        String streamedQuestion = question();
        var streamed = streamed(asking(streamedQuestion));
        agent.fail(agent.awaitTurn(streamedQuestion), "model_unavailable");
        assertThat(streamed)
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(OpenAIException.class)
                .withMessageContaining("The model is not there.");
    }

    @Test
    void a_repeated_key_joins_the_first_answer() {
        String question = question();
        var params = asking(question).putAdditionalHeader("Idempotency-Key", question);
        var asked = whole(params);
        agent.answer(agent.awaitTurn(question), 1, "Once");
        ChatCompletion first = await(asked);

        assertThat(await(whole(params)).id()).isEqualTo(first.id());
        assertThat(text(await(streamed(params)))).isEqualTo("Once");
        assertThat(agent.requestsWith(question)).isEqualTo(1);
    }

    @Test
    void what_is_not_supported_is_told_in_their_words() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> ask(asking("x").n(2)))
                .satisfies(refused -> assertThat(refused.param()).contains("n"))
                .satisfies(refused -> assertThat(refused.code()).contains("unsupported_value"));
        var image = ChatCompletionContentPartImage.ImageUrl.builder()
                .url("https://example.org/cat.png")
                .build();
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> ask(asking("x")
                        .addUserMessageOfArrayOfContentParts(
                                List.of(ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                                        .imageUrl(image)
                                        .build())))))
                .withMessageContaining("images");
    }

    @Test
    void what_is_not_valid_is_told_in_their_words() {
        agent.offers(List.of(), List.of("offline"));
        Awaitility.await()
                .untilAsserted(() -> assertThatExceptionOfType(NotFoundException.class)
                        .isThrownBy(() -> ask(asking("x").model("gpt-17")))
                        .satisfies(refused -> assertThat(refused.code()).contains("model_not_found"))
                        .satisfies(refused -> assertThat(refused.param()).contains("model")));
        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> ask(asking("x")
                        .addMessage(ChatCompletionToolMessageParam.builder()
                                .toolCallId("nobodys")
                                .content("1")
                                .build())))
                .withMessageContaining("tool_call_id");
        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> ask(asking("x").temperature(3)));
        assertThatExceptionOfType(UnprocessableEntityException.class).isThrownBy(() -> ask(asking(" ")));
    }

    @Test
    void without_a_valid_token_nothing_is_answered() {
        OpenAIClient stranger = client("nonsense");
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(
                        () -> stranger.chat().completions().create(asking("x").build()))
                .satisfies(refused -> assertThat(refused.code()).contains("invalid_token"));
        assertThatExceptionOfType(OpenAIServiceException.class)
                .isThrownBy(() -> stranger.models().list());
        stranger.close();
        assertThat(visitor.get("/v1/models").statusCode()).isEqualTo(401);
    }

    @Test
    void models_are_those_of_the_catalogue() {
        agent.offers(List.of(), List.of("offline", "openai:*"), List.of("researcher"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(client.models().list().data())
                        .extracting(com.openai.models.models.Model::id)
                        .containsExactly("default", "offline", "researcher"));
        assertThat(client.models().retrieve("offline").id()).isEqualTo("offline");
        assertThat(client.models().retrieve("openai:gpt-5").ownedBy()).isEqualTo("openai");
        assertThat(visitor.get("/v1/models/openai:org/name", "Authorization", "Bearer " + TestTokens.of(user))
                        .body())
                .contains("\"openai:org/name\"");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.models().retrieve("gpt-17"))
                .satisfies(refused -> assertThat(refused.code()).contains("model_not_found"));
    }

    @Test
    void a_model_that_took_over_is_named() {
        String question = question();
        var asked = whole(asking(question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.start(turn, 1);
        agent.say(turn, 1, endBy("openai:other", turn));
        assertThat(await(asked).model()).isEqualTo("openai:other");

        String streamedQuestion = question();
        var streamed = streamed(asking(streamedQuestion));
        RequestTurn other = agent.awaitTurn(streamedQuestion);
        agent.start(other, 1);
        agent.say(other, 1, endBy("openai:other", other));
        assertThat(await(streamed).getLast().model()).isEqualTo("openai:other");
    }

    @Test
    void what_is_not_there_and_what_cannot_be_read_has_their_shape_too() {
        assertThat(visitor.get("/v1/nothing").body()).contains("\"error\":{", "\"code\":\"not_found\"");
        var unreadable = visitor.get("/v1/chat/completions");
        assertThat(unreadable.statusCode()).isEqualTo(405);
        assertThat(unreadable.body()).contains("\"error\":{", "\"code\":\"method_not_allowed\"");
    }

    private static ChatCompletionCreateParams.Builder asking(String question) {
        return ChatCompletionCreateParams.builder().model("default").addUserMessage(question);
    }

    private static FunctionDefinition weather() {
        return FunctionDefinition.builder()
                .name("get_weather")
                .description("The weather of a city")
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
    }

    private void ask(ChatCompletionCreateParams.Builder params) {
        client.chat().completions().create(params.build());
    }

    private CompletableFuture<ChatCompletion> whole(ChatCompletionCreateParams.Builder params) {
        ChatCompletionCreateParams built = params.build();
        return running(() -> client.chat().completions().create(built));
    }

    private CompletableFuture<List<ChatCompletionChunk>> streamed(ChatCompletionCreateParams.Builder params) {
        ChatCompletionCreateParams built = params.build();
        return running(() -> {
            try (var stream = client.chat().completions().createStreaming(built)) {
                return stream.stream().toList();
            }
        });
    }

    private static String text(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .map(choice -> choice.delta().content().orElse(""))
                .reduce("", String::concat);
    }
}
