package dev.parley.conversation.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.work.WorkStatus;
import dev.parley.platform.work.WorkView;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllWorkTest {
    private static final String TOKEN = "a-token";

    /** The highest bit is no sign to a database. */
    private static final UUID HIGH = UUID.fromString("f0000000-0000-4000-8000-000000000000");

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeServices services = new FakeServices();
    private final AllWork work = new AllWork(Stream.of("chat-service", "agent-service", "location-service")
            .map(this::source)
            .toList());

    private WorkSource source(String service) {
        URI dead = URI.create("http://127.0.0.1:1");
        return new RemoteWork(
                service, List.of(dead, URI.create(services.address(service))), Duration.ofSeconds(5), http);
    }

    @AfterEach
    void close() {
        services.close();
        http.close();
    }

    @Test
    void items_of_all_services_come_newest_first_page_by_page_and_each_once() {
        services.have("agent-service", id(9), id(6), id(5), id(1), HIGH);
        services.have("location-service", id(8), id(7), id(5));
        services.have("chat-service", id(5), id(2));

        List<String> expected = List.of(
                "agent-service " + HIGH,
                "agent-service " + id(9),
                "location-service " + id(8),
                "location-service " + id(7),
                "agent-service " + id(6),
                "agent-service " + id(5),
                "chat-service " + id(5),
                "location-service " + id(5),
                "chat-service " + id(2),
                "agent-service " + id(1));
        for (int limit = 1; limit <= expected.size(); limit++) {
            assertThat(pages(limit)).isEqualTo(expected);
        }
        assertThat(services.tokens).containsOnly("Bearer " + TOKEN);
    }

    @Test
    void a_service_that_is_away_is_named_and_the_others_are_shown() {
        services.have("agent-service", id(1));
        services.have("location-service", id(2));
        services.away.add("location-service");

        WorkPage page = page(null, 20);

        assertThat(page.items()).extracting(WorkView::service).containsExactly("agent-service");
        assertThat(page.unavailableServices()).containsExactly("location-service");
        assertThat(page.nextCursor()).isNull();
    }

    @Test
    void a_change_is_made_where_the_item_is() {
        services.have("location-service", id(2));

        assertThat(work.replay(id(2), TOKEN).service()).isEqualTo("location-service");
        assertThat(work.cancel(id(2), "why not?", TOKEN).id()).isEqualTo(id(2));

        assertThat(services.changes)
                .containsExactly(
                        "/location-service/internal/v1/work/" + id(2) + "/replay",
                        "/location-service/internal/v1/work/" + id(2) + "/cancel");
    }

    @Test
    void what_nobody_knows_is_not_found_unless_a_service_is_away_that_may_know_it() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> work.replay(id(3), TOKEN))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND));

        services.away.add("chat-service");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> work.replay(id(3), TOKEN))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_UNAVAILABLE);
                    assertThat(problem.detail()).contains("chat-service");
                });
    }

    private List<String> pages(int limit) {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            WorkPage page = page(cursor, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(item -> seen.add(item.service() + " " + item.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return seen;
    }

    private WorkPage page(@Nullable String cursor, int limit) {
        Place after = cursor == null ? null : Place.of(Cursor.parse(cursor));
        return work.list(WorkStatus.State.DEAD, after, new Limit(limit), TOKEN);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
