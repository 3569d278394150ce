package dev.parley.gateway.route;

import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RawClient;
import dev.parley.gateway.backing.RunningGateway;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers could take for different ones, and headers within headers. */
class SmugglingTest extends RunningGateway {

    private static final String POST = "POST /test/x HTTP/1.1\r\nHost: x\r\n";
    private static final String INNER = "GET /test/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LAST = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 0\r\n",
                "Content-Length: 0, 5\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 0x5\r\n",
                "Content-Length : 5\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding:\u000bchunked\r\n",
                "X: a\rTransfer-Encoding: chunked\r\n",
                "X: a\u0000b\r\n",
                "No colon here\r\n",
                ": no name\r\n",
                "X Y: a\r\n",
            })
    void a_head_that_can_be_read_in_two_ways_is_refused_and_ends_the_connection(String headers) {
        String answers = raw(POST + headers + "\r\n0\r\n\r\n" + INNER + LAST);

        assertThat(answers).startsWith("HTTP/1.1 400 ").contains("malformed_request");
        assertThat(answers.split("HTTP/1\\.1 ", -1)).hasSize(2);
        nothingWasSmuggled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5;\r\nhello\r\n0\r\n\r\n",
                "-1\r\n\r\n",
                "zz\r\nhello\r\n",
                "5\nhello0\r\n\r\n",
                "FFFFFFFFFFFFFFFF1\r\na"
            })
    void a_body_in_pieces_that_do_not_fit_together_smuggles_nothing(String body) {
        raw(POST + "Transfer-Encoding: chunked\r\n\r\n" + body + INNER.replace("/test/smuggled", "/health") + LAST);

        nothingWasSmuggled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A: b\rX-Internal-User: evil\r\n",
                "X-A: b\nX-Internal-User: evil\r\n",
                "X-A: b\r\n X-Internal-User: evil\r\n",
                "X-A: b\r\n\tX-Internal-User: evil\r\n",
                "X-A: b%0d%0aX-Internal-User: evil\r\n",
                "X-Request-Id: a\r\n X-Internal-User: evil\r\n",
                "Origin: http://localhost:3000\r\n X-Internal-User: evil\r\n",
            })
    void a_header_within_a_header_reaches_no_service_as_one_and_no_client_either(String headers) {
        String answer = raw("GET /test/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ");
        assertThat(answer.lines())
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("x-internal-user"));
        assertThat(answer).doesNotContain("\"x-internal-user\":");
    }

    @Test
    void line_ends_in_a_query_stay_what_they_are() {
        var answer = client.get("/test/x?a=%0d%0aX-Evil:%20yes%0d%0a");

        assertThat(json(answer).path("uri").asString()).isEqualTo("/test/x?a=%0d%0aX-Evil:%20yes%0d%0a");
        assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
        assertThat(client.get("/test/x%0d%0aX-Evil:%20yes").statusCode()).isEqualTo(400);
    }

    private String raw(String text) {
        try (RawClient client = RawClient.connect(URI.create(url("")).getPort())) {
            client.say(text);
            return client.hearAll();
        }
    }

    private static void nothingWasSmuggled() {
        assertThat(CHAT.asked()).noneMatch(asked -> asked.contains("smuggled"));
    }
}
