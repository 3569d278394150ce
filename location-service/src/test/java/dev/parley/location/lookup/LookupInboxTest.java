package dev.parley.location.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.location.Geocode;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.platform.messaging.Received;
import dev.parley.platform.work.NewWork;
import dev.parley.platform.work.WorkCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupInboxTest {
    private final List<NewWork> put = new ArrayList<>();
    private final LookupInbox inbox = new LookupInbox(this::take);

    @Test
    void a_request_becomes_work_in_the_lane_of_its_query() {
        Geocode command = Requests.geocode(" Berlin", 5);
        Received<LocationCommand> request = Requests.received(command);

        inbox.accept(List.of(request));

        NewWork work = put.getFirst();
        assertThat(work.id()).isEqualTo(request.id());
        assertThat(work.kind()).isEqualTo("lookup");
        assertThat(work.lane()).isEqualTo("geocode:5:berlin");
        assertThat(work.tenant()).isEqualTo("location.requests");
        assertThat(work.dueAt()).isNull();
        assertThat(work.expiresAt()).isEqualTo(command.expiresAt());
        assertThat(LookupPayload.unpack(work.payload())).isEqualTo(command);
    }

    @Test
    void it_expires_by_the_logs_clock_when_the_askers_is_wrong() {
        Geocode command = Requests.geocode("Berlin", 5);
        Instant written = command.expiresAt().minusSeconds(10);

        inbox.accept(List.of(Requests.received(command, written, written.plusSeconds(300))));

        assertThat(put.getFirst().expiresAt()).isEqualTo(command.expiresAt().plusSeconds(300));
    }

    @Test
    void a_batch_keeps_its_order() {
        List<Received<LocationCommand>> batch = List.of(
                Requests.received(Requests.geocode("Berlin", 5)),
                Requests.received(Requests.findPlaces("cafe", "Berlin", 1_000, 5)),
                Requests.received(Requests.geocode("Paris", 5)));

        inbox.accept(batch);

        assertThat(put)
                .extracting(NewWork::id)
                .containsExactlyElementsOf(batch.stream().map(Received::id).toList());
    }

    private void take(List<? extends WorkCommand> commands) {
        commands.forEach(command -> put.add(((WorkCommand.Put) command).work()));
    }

    @Test
    void a_query_that_cannot_name_a_lane_gets_one_all_the_same() {
        assertThat(LookupInbox.lane("x".repeat(10_000))).startsWith("sha256:").hasSize(71);
        assertThat(LookupInbox.lane("a\u0000b")).startsWith("sha256:").isNotEqualTo(LookupInbox.lane("a\u0000c"));
        assertThat(LookupInbox.lane("half \ud83d")).startsWith("sha256:");
        assertThat(LookupInbox.lane("東京 🗼")).isEqualTo("東京 🗼");
    }
}
