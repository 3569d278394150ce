package dev.parley.conversation.catchup;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How far the log is stored, kept with what was stored of it. */
@Repository
public class AppliedPositions {
    private static final Map<String, Topic> FOLLOWED =
            Followed.TOPICS.stream().collect(Collectors.toMap(Topic::topicName, Function.identity()));

    private final JdbcClient jdbc;
    private final Progress progress;

    AppliedPositions(JdbcClient jdbc, Progress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /**
     * Notes, in the transaction that has stored them, before which places all is stored. None moves back: who reads something
     * again has read it before. Replicas lock the rows in one order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void advance(Positions reached) {
        List<Map.Entry<LogPartition, Long>> places = reached.next().entrySet().stream()
                .sorted(Comparator.comparing(
                        Map.Entry::getKey,
                        Comparator.comparing(LogPartition::topic).thenComparingInt(LogPartition::number)))
                .toList();
        jdbc.sql("""
                        insert into applied_position (topic, partition, next_offset)
                        select * from unnest(cast(:topics as text[]), cast(:partitions as int[]), cast(:offsets as bigint[]))
                        on conflict (topic, partition) do update set next_offset = excluded.next_offset
                         where applied_position.next_offset < excluded.next_offset""")
                .param("topics", names(places))
                .param("partitions", numbers(places))
                .param("offsets", places.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                progress.advanced(reached);
            }
        });
    }

    Positions all() {
        return new Positions(jdbc
                .sql("select topic, partition, next_offset from applied_position")
                .query((row, _) -> Map.entry(
                        new Place(row.getString("topic"), row.getInt("partition")), row.getLong("next_offset")))
                .list()
                .stream()
                .flatMap(AppliedPositions::known)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Takes places back that are behind the end of a log which has replaced the one they were on. */
    void forget(Positions places) {
        places.next()
                .forEach((partition, next) -> jdbc.sql("""
                                delete from applied_position
                                 where topic = :topic and partition = :partition and next_offset = :next""")
                        .param("topic", partition.topic().topicName())
                        .param("partition", partition.number())
                        .param("next", next)
                        .update());
    }

    private record Place(String topic, int partition) {}

    private static Stream<Map.Entry<LogPartition, Long>> known(Map.Entry<Place, Long> row) {
        Topic topic = FOLLOWED.get(row.getKey().topic());
        return topic == null
                ? Stream.empty()
                : Stream.of(Map.entry(new LogPartition(topic, row.getKey().partition()), row.getValue()));
    }

    private static String[] names(List<Map.Entry<LogPartition, Long>> places) {
        return places.stream().map(place -> place.getKey().topic().topicName()).toArray(String[]::new);
    }

    private static Integer[] numbers(List<Map.Entry<LogPartition, Long>> places) {
        return places.stream().map(place -> place.getKey().number()).toArray(Integer[]::new);
    }
}
