package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.identity.Person;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus.Service;
import dev.parley.system.visitor.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Looks back on all journeys that have killed nothing. */
@Journey
@OwnStackOnly
@Order(RunOrder.LOOKING_BACK)
class LogsJourney {
    private final LocalStack stack;

    LogsJourney(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void no_service_has_failed_at_anything_of_its_own() {
        assertThat(lines())
                .filteredOn(line -> line.path("level").asString("").equals("ERROR"))
                .isEmpty();
    }

    @Test
    void a_request_leaves_a_line_in_every_service_that_it_crosses_under_one_trace() {
        List<JsonNode> requests = lines().filter(
                        line -> line.path("logger_name").asString("").equals("dev.parley.access"))
                .toList();

        JsonNode inChat = requests.stream()
                .filter(line -> line.path("service").asString("").equals("chat-service"))
                .filter(line -> line.path("route").asString("").equals("/api/chat"))
                .findFirst()
                .orElseThrow();
        assertThat(requests)
                .filteredOn(line -> line.path("trace_id").equals(inChat.path("trace_id")))
                .extracting(line -> line.path("service").asString(""))
                .contains("gateway-service", "chat-service");
        assertThat(inChat.propertyNames()).contains("method", "route", "status", "ms", "bytes", "caller", "request_id");
    }

    @Test
    void no_session_id_was_ever_written_down() {
        assertThat(lines().map(JsonNode::toString)).noneMatch(line -> line.contains("system-test-"));
    }

    /** But for mails, which are written here instead of being sent while developing: these name nobody. */
    @Test
    void nothing_by_which_somebody_signs_in_was_ever_written_down() {
        assertThat(lines().map(JsonNode::toString)).noneMatch(line -> line.contains(Person.DOMAIN));
        assertThat(lines().filter(line -> !line.path("logger_name").asString("").equals("dev.parley.mail"))
                        .map(JsonNode::toString))
                .noneMatch(line -> line.contains("pmt_"))
                .noneMatch(line -> line.contains(Person.PASSWORD))
                .noneMatch(line -> line.contains("prt_"))
                .noneMatch(line -> line.contains("eyJ"));
    }

    @Test
    void nobody_has_died_and_was_started_again() {
        assertThat(stack.status().services())
                .extracting(Service::pid)
                .isEqualTo(stack.atStart().services().stream().map(Service::pid).toList());
    }

    private Stream<JsonNode> lines() {
        return stack.logs().stream()
                .filter(log -> log.getFileName().toString().endsWith("-service.log"))
                .flatMap(LogsJourney::lines);
    }

    private static Stream<JsonNode> lines(Path log) {
        try {
            return Files.readAllLines(log).stream().map(Json::read);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
