package dev.parley.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private static final String ANSWER = """
            id: 5-0-1
            event: message_start
            data: {"turn_id":"01a1","attempt":1,"model":"openai:sim-3x50"}

            : keep-alive

            id: 5-1-1
            event:delta
            data:{"turn_id":"01a1","seq":0,"text":"t0@1763640000123456 "}

            id: 5-2-1
            event: delta
            data: {"turn_id":"01a1","seq":1,"text":"t1@1763640000173456 t12@1763640000223456 "}

            id: 5-3-1
            event: message_end
            data: {"turn_id":"01a1","text":"t0@1763640000123456 t1@1763640000173456 t12@1763640000223456 "}

            """;

    private final List<String> seen = new ArrayList<>();
    private final EventReader reader = new EventReader(new EventReader.Events() {
        @Override
        public void token(int number, long sentMicros) {
            seen.add(number + " at " + sentMicros);
        }

        @Override
        public void again() {
            seen.add("again");
        }

        @Override
        public void ended() {
            seen.add("end");
        }

        @Override
        public void failed(String code) {
            seen.add("failed: " + code);
        }
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50, 10_000})
    void tokens_are_found_however_the_bytes_come_and_those_of_the_end_are_no_new_ones(int size) {
        read(ANSWER, size);

        assertThat(seen)
                .containsExactly("0 at 1763640000123456", "1 at 1763640000173456", "12 at 1763640000223456", "end");
    }

    @Test
    void lines_may_end_as_in_http() {
        read(ANSWER.replace("\n", "\r\n"), 64);

        assertThat(seen).hasSize(4);
    }

    @Test
    void a_models_events_have_no_names() {
        read("""
                data: {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"t0@1763640000123456 "}}]}

                data: [DONE]

                """, 7);

        assertThat(seen).containsExactly("0 at 1763640000123456", "end");
    }

    @Test
    void an_error_is_told_by_its_code() {
        read("event: error\ndata: {\"turn_id\":\"01a1\",\"code\":\"model_overloaded\",\"retryable\":true}\n\n", 1000);

        assertThat(seen).containsExactly("failed: model_overloaded");
    }

    @Test
    void a_second_attempt_begins_again() {
        read("event: message_start\ndata: {\"turn_id\":\"01a1\",\"attempt\":2,\"model\":\"offline\"}\n\n", 1000);

        assertThat(seen).containsExactly("again");
    }

    @Test
    void what_only_looks_like_a_token_is_none() {
        read("event: delta\ndata: {\"text\":\"somebody@example.org\"}\n\nevent: usage\ndata: t1@2\n\n", 1000);

        assertThat(seen).isEmpty();
    }

    private void read(String text, int size) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += size) {
            reader.read(bytes, at, Math.min(bytes.length, at + size));
        }
    }
}
