package dev.parley.agent.model.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventParserTest {
    private final List<String> events = new ArrayList<>();
    private final EventParser parser =
            new EventParser((name, data, length) -> events.add(name + "|" + new String(data, 0, length, UTF_8)));

    @Test
    void an_event_ends_with_an_empty_line() {
        add("data: {\"a\":1}\n\ndata:{\"b\":2}\n");

        assertThat(events).containsExactly("|{\"a\":1}");

        add("\n");

        assertThat(events).containsExactly("|{\"a\":1}", "|{\"b\":2}");
    }

    @Test
    void bytes_may_be_cut_anywhere() {
        byte[] stream = "event: error\r\ndata: grün €\r\n\r\ndata: second\n\n".getBytes(UTF_8);

        for (int i = 0; i < stream.length; i++) {
            parser.add(stream, i, i + 1);
        }

        assertThat(events).containsExactly("error|grün €", "|second");
    }

    @Test
    void lines_of_data_are_joined_and_other_fields_left_out() {
        add(": keep alive\nid: 7\nretry: 10\ndata: one\ndata: two\nnonsense\n\n");

        assertThat(events).containsExactly("|one\ntwo");
    }

    @Test
    void a_name_is_that_of_its_event_only() {
        add("event: error\ndata: first\n\ndata: second\n\n");

        assertThat(events).containsExactly("error|first", "|second");
    }

    @Test
    void a_comment_alone_is_no_event() {
        add(": waiting\n\n\n\n");
        parser.end();

        assertThat(events).isEmpty();
    }

    @Test
    void the_last_event_needs_no_empty_line() {
        add("data: last");
        parser.end();

        assertThat(events).containsExactly("|last");
    }

    @Test
    void a_line_may_be_long() {
        String text = "long ".repeat(10_000);

        add("data: ");
        text.chars().mapToObj(Character::toString).forEach(this::add);
        add("\n\n");

        assertThat(events).containsExactly("|" + text);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        parser.add(bytes, 0, bytes.length);
    }
}
