package dev.parley.agent.tool.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import dev.parley.agent.tool.Tools;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class HttpToolsTest {
    private static final String WEATHER = """
            tool_id: weather
            name: Weather
            description: Tells the weather of a city. Use it when somebody asks about the weather.
            icon: "⛅"
            effect: read
            timeout: 2s
            parameters:
              properties:
                city: { type: string, description: "The city", maxLength: 20 }
                days: { type: integer, minimum: 1, maximum: 7, default: 3 }
                unit: { type: string, enum: [metric, imperial] }
              required: [city]
            request:
              url: "URL/cities/{city}/weather"
              query: { days: "{days}", unit: "{unit}", lang: en }
              headers: { Authorization: "Bearer ${WEATHER_KEY}" }
            response: { result: /data, max_bytes: 200 }
            examples: ["what is the weather in Rome?"]
            """;
    private static final String ORDER = """
            tool_id: order
            name: Order
            description: Orders something.
            effect: idempotent_write
            parameters:
              properties:
                what: { type: string }
                count: { type: integer }
                tags: { type: array, items: { type: string } }
                note: { type: string }
            request:
              method: POST
              url: "URL/orders"
              body: { item: "{what}", lines: ["{what} x {count}"], amount: "{count}", tags: "{tags}", note: "{note}", fixed: [1, true] }
            """;

    private final WebService service = new WebService();
    private final MockEnvironment environment = new MockEnvironment().withProperty("WEATHER_KEY", "wk-secret-1");

    @TempDir
    private Path dir = Path.of("");

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_file_is_a_tool_as_others_are() throws IOException {
        ToolDescription tool = tools(WEATHER).find("weather").orElseThrow();

        assertThat(tool.name()).isEqualTo("Weather");
        assertThat(tool.effect()).isEqualTo(ToolEffect.READ);
        assertThat(tool.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(tool.examples()).containsExactly("what is the weather in Rome?");
        assertThat(tool.parameters())
                .containsEntry("type", "object")
                .containsEntry("required", List.of("city"))
                .containsEntry("additionalProperties", false);
    }

    @Test
    void a_call_asks_the_service_and_gives_the_part_of_its_answer_that_is_the_result() throws IOException {
        service.answers(200, "{\"data\":{\"sky\":\"blue\"},\"more\":1}");

        ToolOutcome outcome = run(tools(WEATHER).prepare("weather", "{\"city\":\"Rome\"}"));

        assertThat(outcome).isEqualTo(new Success(Map.of("sky", "blue"), false));
        assertThat(service.asked).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.target()).isEqualTo("/cities/Rome/weather?days=3&lang=en");
            assertThat(asked.headers())
                    .containsEntry("authorization", "Bearer wk-secret-1")
                    .doesNotContainKey("idempotency-key");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ../admin         | /cities/..%2Fadmin/weather?days=3&lang=en
            a?x=1&y=2#z      | /cities/a%3Fx%3D1%26y%3D2%23z/weather?days=3&lang=en
            @evil.example    | /cities/%40evil.example/weather?days=3&lang=en
            ${WEATHER_KEY}   | /cities/%24%7BWEATHER_KEY%7D/weather?days=3&lang=en
            {days} é         | /cities/%7Bdays%7D%20%C3%A9/weather?days=3&lang=en
            """)
    void an_argument_stays_in_its_place(String city, String target) throws IOException {
        String arguments = WireJson.mapper().writeValueAsString(Map.of("city", city));

        assertThat(run(tools(WEATHER).prepare("weather", arguments))).isInstanceOf(Success.class);

        assertThat(service.asked)
                .singleElement()
                .extracting(WebService.Asked::target)
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"city":"."}
            {"city":".."}
            {"city":""}
            {}
            {"city":7}
            {"city":"Rome","days":8}
            {"city":"Rome","unit":"stones"}
            {"city":"Rome","host":"evil.example"}
            {"city":"a name that is longer than twenty"}
            []
            """)
    void arguments_that_are_not_valid_are_told_to_the_model_and_not_to_the_service(String arguments)
            throws IOException {
        assertThat(run(tools(WEATHER).prepare("weather", arguments)))
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.code()).isEqualTo("invalid_arguments"));
        assertThat(service.asked).isEmpty();
    }

    @Test
    void a_body_is_json_whatever_the_arguments_say_and_an_effect_has_its_id() throws IOException {
        service.answers(201, "");

        ToolOutcome outcome = run(tools(ORDER)
                .prepare(
                        "order",
                        "{\"what\":\"tea\\\", \\\"price\\\": \\\"0\",\"count\":2,\"tags\":[\"a\"],\"note\":null}"));

        assertThat(outcome).isEqualTo(new Success(Map.of("status", 201), false));
        assertThat(service.asked).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.headers())
                    .containsEntry("idempotency-key", "turn:1:0")
                    .containsEntry("content-type", "application/json");
            assertThat(asked.body()).isEqualTo("""
                            {"item":"tea\\", \\"price\\": \\"0","lines":["tea\\", \\"price\\": \\"0 x 2"],"amount":2,"tags":["a"],"fixed":[1,true]}""");
        });
    }

    @Test
    void what_the_service_refuses_is_a_failure_that_a_model_can_read_without_our_secrets() throws IOException {
        Tools tools = tools(WEATHER);
        service.answers(404, "no such city; your key wk-secret-1 is fine");
        assertThat(run(tools.prepare("weather", "{\"city\":\"Rom\"}")))
                .isEqualTo(new Failure(
                        "tool_refused", "The service refused (HTTP 404): no such city; your key *** is fine"));

        service.answers(503, "stack trace");
        assertThat(run(tools.prepare("weather", "{\"city\":\"Rom\"}")))
                .isEqualTo(new Failure("tool_failed", "The service failed (HTTP 503)."));
    }

    @Test
    void what_is_sent_elsewhere_is_not_followed() throws IOException {
        service.answers(302, "");
        service.answersWith(Map.of("Location", service.url() + "/elsewhere"));

        assertThat(run(tools(WEATHER).prepare("weather", "{\"city\":\"Rome\"}")))
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.code()).isEqualTo("tool_refused"));
        assertThat(service.asked).hasSize(1);
    }

    @Test
    void an_answer_may_be_any_text_and_only_so_long() throws IOException {
        Tools tools = tools(WEATHER);
        service.answers(200, "sunny");
        assertThat(run(tools.prepare("weather", "{\"city\":\"Rome\"}")))
                .isEqualTo(new Success(Map.of("result", "sunny"), false));

        service.answers(200, "{\"data\":[1,2]}");
        assertThat(run(tools.prepare("weather", "{\"city\":\"Rome\"}")))
                .isEqualTo(new Success(Map.of("result", List.of(1, 2)), false));

        service.answers(200, "{\"other\":1}");
        assertThat(run(tools.prepare("weather", "{\"city\":\"Rome\"}")))
                .isEqualTo(new Success(Collections.singletonMap("result", null), false));

        service.answers(200, "x".repeat(1_000));
        assertThat(run(tools.prepare("weather", "{\"city\":\"Rome\"}")))
                .isEqualTo(new Success(Map.of("truncated", true, "beginning", "x".repeat(200)), false));
    }

    @Test
    void a_service_that_is_not_there_is_told_to_the_model() throws IOException {
        Tools tools = tools(WEATHER);
        service.close();

        assertThat(run(tools.prepare("weather", "{\"city\":\"Rome\"}")))
                .isEqualTo(new Failure("tool_unreachable", "“Weather” cannot be reached at the moment."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tool_id: weather                  | tool_id: Weather Tool          | tool_id must have lower case
            name: Weather                     | nam: Weather                   | nam is not known here
            name: Weather                     | name: " "                      | name is blank
            effect: read                      | effect: maybe                  | effect must be one of read, idempotent_write
            effect: read                      | approval_required: false       | effect is missing
            timeout: 2s                       | timeout: 1h                    | timeout must be a duration
            timeout: 2s                       | timeout: soon                  | timeout must be a duration
            type: integer                     | type: int                      | parameters.properties.days.type must be one of
            maxLength: 20                     | format: city                   | parameters.properties.city.format is no keyword
            required: [city]                  | required: [town]               | parameters.required names what is none
            required: [city]                  | required: []                   | request.url has an argument that is neither
            URL/cities/{city}                 | http://{city}.example          | request.url must begin with
            URL/cities/{city}                 | http://u:p@host/{city}         | request.url must begin with
            URL/cities/{city}                 | https://${WEATHER_KEY}/{city}  | request.url must begin with
            URL/cities/{city}                 | ftp://host/{city}              | request.url must begin with
            {city}                            | {town}                         | request.url has {town}, which is none
            lang: en                          | lang: "{tongue}"               | request.query.lang has {tongue}
            ${WEATHER_KEY}                    | ${OTHER_KEY}                   | request.headers.Authorization names the variable OTHER_KEY
            ${WEATHER_KEY}                    | {city}                         | request.headers.Authorization has {city}
            Authorization:                    | Host:                          | request.headers.Host cannot be set
            result: /data                     | result: data                   | response.result must be a JSON Pointer
            max_bytes: 200                    | max_bytes: 0                   | response.max_bytes must be a number
            response: {                       | body: {                        | body is not known here
            tool_id: weather                  | {{                             | is no YAML
            """)
    void a_wrong_file_stops_the_start_with_one_line(String right, String wrong, String line) {
        assertThat(WEATHER).contains(right);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> tools(WEATHER.replace(right, wrong)))
                .withMessageStartingWith("TOOLS_DIR: 0.yaml: ")
                .withMessageContaining(line)
                .withMessageNotContaining("\n")
                .withMessageNotContaining("secret");
    }

    @Test
    void two_files_of_one_tool_and_a_folder_that_is_none_stop_the_start_too() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> tools(WEATHER, WEATHER))
                .withMessage("TOOLS_DIR: 1.yaml: tool_id is that of another tool");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() ->
                        new HttpTools(new HttpToolSettings(dir.resolve("none").toString()), List.of(), environment))
                .withMessageContaining("TOOLS_DIR");
        assertThat(new HttpTools(new HttpToolSettings(""), List.of(), environment).tools())
                .isEmpty();
    }

    private Tools tools(String... files) throws IOException {
        for (int i = 0; i < files.length; i++) {
            Files.writeString(dir.resolve(i + ".yaml"), files[i].replace("URL", service.url()));
        }
        Files.writeString(dir.resolve("README.md"), "no tool");
        return TestTools.registry(
                List.of(), new HttpTools(new HttpToolSettings(dir.toString()), List.of(), environment).tools());
    }

    private static ToolOutcome run(PreparedCall call) {
        return call.run(new ToolInvocation("turn:1:0", Instant.now().plusSeconds(30), new CompletableFuture<>()));
    }
}
