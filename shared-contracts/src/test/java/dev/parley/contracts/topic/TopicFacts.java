package dev.parley.contracts.topic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a README may say of a topic, in the words of its tables. */
final class TopicFacts {

    private TopicFacts() {}

    /** By column. */
    static Map<String, String> of(Topic topic) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("key", topic.key());
        facts.put("partitions", Integer.toString(topic.partitions()));
        facts.put("kept", kept(topic.retention()));
        facts.put("written by", String.join(", ", topic.writers()));
        facts.put("read by", String.join(", ", topic.readers()));
        return facts;
    }

    /** Lists in any order, services by their short names too, days as a letter. */
    static boolean same(String fact, String cell) {
        return words(fact).equals(words(cell));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.replace("`", "").split(",", -1))
                .map(word -> word.strip().replaceAll("-service$", "").replaceAll("(?<=\\d) days?$", " d"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kept(Retention retention) {
        Duration period = retention.period();
        if (period == null) {
            return "compacted";
        }
        return period.toDays() == 1 ? "1 day" : period.toDays() + " days";
    }
}
