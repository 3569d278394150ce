package dev.parley.system.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What holds for every answer, whatever was asked. */
public final class Truths {
    private static final Pattern INSIDE = Pattern.compile(
            // Access tokens and hashes; refresh tokens and those of mails.
            "eyJ|argon2|\\bp[rm]t_"
                    // Statements and what a database says of them.
                    + "|(?i:\\bselect\\b.+\\bfrom\\b|\\binsert into\\b|\\bdelete from\\b|\\bupdate \\w+ set\\b)"
                    + "|(?i:sqlstate|jdbc:|postgres|violates|\\brelation \"|row-level)"
                    // Classes, their exceptions, and where these were thrown.
                    + "|\\b(?:java|javax|jakarta|org|com|dev|io|tools|reactor)(?:\\.[a-z]\\w*)+\\.[A-Z]"
                    + "|Exception\\b|Throwable|\\.java:\\d|\\tat "
                    // Addresses of services.
                    + "|(?:127\\.0\\.0\\.1|localhost):\\d");

    private Truths() {}

    /** An answer in one attempt: it starts, goes on piece by piece without a gap, and ends with what was shown. */
    public static void wholeAnswer(Answer answer) {
        assertThat(answer.names()).startsWith("message_start").endsWith("message_end");
        assertThat(answer.names())
                .filteredOn(name -> name.startsWith("message_"))
                .hasSize(2);
        assertThat(answer.ids()).doesNotContain("").doesNotHaveDuplicates();
        gapless(answer);
        assertThat(answer.text()).isNotBlank().isEqualTo(answer.shown());
    }

    /** The pieces since the last start count from 0. */
    public static void gapless(Answer answer) {
        int start = Math.max(0, answer.names().lastIndexOf("message_start"));
        List<Integer> counted = answer.events().stream()
                .skip(start)
                .filter(event -> event.is("delta"))
                .map(event -> event.data().path("seq").asInt(-1))
                .toList();
        assertThat(counted).isEqualTo(IntStream.range(0, counted.size()).boxed().toList());
    }

    /** A problem document (RFC 9457) with everything that clients rely on, and nothing that is none of their business. */
    public static void problem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("code").asString("")).as(reply.toString()).isEqualTo(code);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("trace_id").asString("")).matches("[0-9a-f]{32}");
        for (String member : List.of("type", "title", "detail", "instance")) {
            assertThat(reply.json().path(member).asString("")).as(member).isNotBlank();
        }
        assertThat(reply.header("X-Request-Id")).isNotBlank();
        nothingInside(reply);
    }

    /** An error tells nothing of a token, of the database, or of the code. */
    public static void nothingInside(Reply reply) {
        assertThat(reply.body()).as(reply.toString()).doesNotContainPattern(INSIDE);
    }

    /** An error below /v1, with everything that OpenAI's clients rely on. */
    public static void openAiError(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.json().at("/error/code").asString(""))
                .as(reply.toString())
                .isEqualTo(code);
        assertThat(reply.json().at("/error/message").asString("")).isNotBlank();
        assertThat(reply.json().at("/error/type").asString("")).isNotBlank();
        assertThat(reply.json().at("/error/trace_id").asString("")).matches("[0-9a-f]{32}");
        nothingInside(reply);
    }

    /** A validation problem that names the field. */
    public static void invalid(Reply reply, String field) {
        problem(reply, 422, "validation_failed");
        assertThat(reply.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString("")))
                .as(reply.toString())
                .contains(field);
    }
}
