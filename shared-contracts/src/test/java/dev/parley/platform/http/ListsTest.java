package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.JsonNode;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ListsTest {
    private final Calls calls;

    ListsTest(Calls calls) {
        this.calls = calls;
    }

    @Test
    void following_the_cursor_gives_everything_once() {
        List<Integer> seen = new ArrayList<>();

        JsonNode page = calls.get("/things?limit=10").json();
        while (!page.path("next_cursor").isNull()) {
            page.path("items").forEach(item -> seen.add(item.asInt()));
            page = calls.get("/things?limit=10&cursor="
                            + page.path("next_cursor").asString())
                    .json();
        }
        page.path("items").forEach(item -> seen.add(item.asInt()));

        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void twenty_come_when_nobody_says_how_many() {
        assertThat(calls.get("/things").json().path("items").size()).isEqualTo(20);
    }

    @Test
    void the_last_page_says_so_with_null() {
        JsonNode page = calls.get("/things?limit=100").json();

        assertThat(page.has("next_cursor")).isTrue();
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "bm90LWEtbnVtYmVy", "_w"})
    void a_made_up_cursor_is_refused(String cursor) {
        var reply = calls.get("/things?cursor=" + cursor);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("bad_cursor");
    }

    @Test
    void a_trailing_slash_makes_no_difference() {
        assertThat(calls.get("/things/").response().body())
                .isEqualTo(calls.get("/things").response().body());
        assertThat(calls.post("/things/", "{\"display_name\": \"a\"}").status()).isEqualTo(200);
    }
}
