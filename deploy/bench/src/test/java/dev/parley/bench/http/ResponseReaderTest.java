package dev.parley.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static final String CHUNKED = """
            HTTP/1.1 200 OK
            Content-Type: text/event-stream
            transfer-encoding: chunked

            5
            hello
            1A;name=x
            , this is a longer chunk.\s
            0
            Trailer: 1

            """.replace("\n", "\r\n");

    private final Transcript transcript = new Transcript();
    private final ResponseReader reader = new ResponseReader(transcript);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void chunks_are_put_together_however_they_come(int size) {
        read(CHUNKED, size);

        assertThat(transcript.said()).isEqualTo("200 hello, this is a longer chunk.  end");
        assertThat(reader.isDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void a_body_of_known_length_ends_by_its_length(int size) {
        read("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy", size);

        assertThat(transcript.said()).isEqualTo("503 busy end");
    }

    @Test
    void a_response_may_have_no_body() {
        read("HTTP/1.1 204 No Content\r\n\r\n", 1000);

        assertThat(transcript.said()).isEqualTo("204  end");
    }

    @Test
    void half_a_response_has_no_end() {
        read(CHUNKED.substring(0, 110), 1000);

        assertThat(transcript.said()).doesNotContain("end");
        assertThat(reader.isDone()).isFalse();
    }

    private void read(String response, int size) {
        byte[] bytes = response.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; at += size) {
            reader.read(bytes, at, Math.min(bytes.length, at + size));
        }
    }
}
