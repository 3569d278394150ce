package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPieceTest {
    @Test
    void a_piece_is_plain_whatever_else_is_said_of_the_answer() {
        assertThat(of("""
                        {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1,"model":"m","service_tier":"default",
                         "choices":[{"index":0,"delta":{"role":"assistant","content":"Grüß Gott","refusal":null},
                                     "logprobs":null,"finish_reason":null}],
                         "usage":null,"obfuscation":"x"}""")).isEqualTo("Grüß Gott");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"delta\":{\"content\":\"\"}}]}",
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"end\"},\"finish_reason\":\"stop\"}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"I call\",\"tool_calls\":[{\"index\":0}]}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"I call\",\"function_call\":{\"name\":\"f\"}}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"x\"}}],\"usage\":{\"prompt_tokens\":1}}",
                "{\"choices\":[{\"delta\":{\"content\":\"x\"}}],\"error\":{\"message\":\"no\"}}",
                "{\"choices\":[{\"delta\":{\"content\":\"x\"}},{\"delta\":{\"content\":\"y\"}}]}",
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":1}}",
                "{\"choices\":[null]}",
                "{\"choices\":[{\"delta\":{\"content\":\"broken\"}}]",
                "{\"choices\":\"none\"}",
                "null",
                "garbage"
            })
    void whatever_says_more_is_none(String event) {
        assertThat(of(event)).isNull();
    }

    @Test
    void bytes_behind_the_event_do_not_count() {
        byte[] event = "{\"choices\":[{\"delta\":{\"content\":\"x\"}}]}".getBytes(UTF_8);

        assertThat(PlainPiece.of(Arrays.copyOf(event, 100), event.length)).isEqualTo("x");
    }

    private static @Nullable String of(String event) {
        byte[] bytes = event.getBytes(UTF_8);
        return PlainPiece.of(bytes, bytes.length);
    }
}
