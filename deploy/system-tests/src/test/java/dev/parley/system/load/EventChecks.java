package dev.parley.system.load;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.system.visitor.Json;
import dev.parley.testing.topic.TopicRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** What has to hold for {@code conversation.events} of one conversation, read by a plain consumer that drops repeats by their id. */
final class EventChecks {
    private static final String APPENDED = "parley.conversation.message_appended.v1";

    /** That it began, and who may see it. */
    private static final int BEFORE_THE_MESSAGES = 2;

    private final String conversation;
    private final Map<Long, TopicRecord> bySequence = new TreeMap<>();
    private final Findings findings = new Findings();

    EventChecks(String conversation, List<TopicRecord> records) {
        this.conversation = conversation;
        Map<String, TopicRecord> once = new HashMap<>();
        records.forEach(record -> once.putIfAbsent(String.valueOf(record.header(CloudEventHeaders.ID)), record));
        once.values().forEach(this::place);
    }

    /** Whether as many events are there as the messages make. */
    boolean isComplete(int messages) {
        return bySequence.size() >= messages + BEFORE_THE_MESSAGES;
    }

    List<String> check(List<JsonNode> messages) {
        int wanted = messages.size() + BEFORE_THE_MESSAGES;
        findings.unless(
                bySequence
                        .keySet()
                        .equals(LongStream.rangeClosed(1, wanted).boxed().collect(Collectors.toSet())),
                "Events are missing or too many: " + wanted + " are due to conversation " + conversation
                        + ", there are " + bySequence.keySet());
        List<String> told = contents(bySequence.values());
        List<String> stored = messages.stream()
                .map(message -> message.path("content").asString(""))
                .toList();
        findings.unless(
                told.equals(stored),
                "Events tell " + told + " of conversation " + conversation + ", stored is " + stored);
        return findings.all();
    }

    private void place(TopicRecord record) {
        long sequence = body(record).path("sequence").asLong();
        TopicRecord other = bySequence.putIfAbsent(sequence, record);
        findings.unless(other == null, "Two events have one sequence: " + record + " and " + other);
    }

    private static List<String> contents(Collection<TopicRecord> records) {
        return records.stream()
                .filter(record -> Objects.equals(record.header(CloudEventHeaders.TYPE), APPENDED))
                .map(record -> body(record).path("content").asString(""))
                .toList();
    }

    private static JsonNode body(TopicRecord record) {
        return Json.read(record.text());
    }
}
