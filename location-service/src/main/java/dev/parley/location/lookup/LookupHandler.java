package dev.parley.location.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers one question: decides on a result, stores it, sends it. Whatever comes after the decision, a crash, a failed send
 * or the same question again, sends what was decided, as the same event.
 */
@Component
class LookupHandler implements WorkHandler {
    static final String KIND = "lookup";

    private final Answering answering;
    private final DecidedResults results;
    private final EventProducer producer;
    private final WorkKind kind;

    LookupHandler(Answering answering, DecidedResults results, EventProducer producer, LookupSettings settings) {
        this.answering = answering;
        this.results = results;
        this.producer = producer;
        this.kind = new WorkKind(KIND, settings.deadline(), settings.maxFailures(), settings.concurrency());
    }

    @Override
    public WorkKind kind() {
        return kind;
    }

    @Override
    public void run(WorkItem item) {
        // The first run has nothing to find, and most lookups have no second.
        answer(item, item.attempt() <= 1 ? Optional.empty() : results.find(item.id()));
    }

    /** The same as the first time; what was decided is older than the retention at the worst, and is decided anew. */
    @Override
    public void resend(WorkItem item) {
        answer(item, results.find(item.id()));
    }

    private void answer(WorkItem item, Optional<LocationResult> decided) {
        LocationCommand command = LookupPayload.unpack(item.payload());
        send(item, command, decided.orElseGet(() -> results.decide(item, answering.answer(command))));
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        LocationCommand command = LookupPayload.unpack(item.payload());
        send(item, command, results.decide(item, Answering.failed(command, failure)));
    }

    private void send(WorkItem item, LocationCommand command, LocationResult result) {
        item.fence().require();
        producer.sendAndAwait(
                Outgoing.of(Topic.LOCATION_RESULTS, command.normalizedQuery(), idOfResult(item.id()), result));
    }

    /** Readers can tell that a result that was sent twice is one. */
    static UUID idOfResult(UUID request) {
        return UUID.nameUUIDFromBytes((Topic.LOCATION_RESULTS.topicName() + "/" + request).getBytes(UTF_8));
    }
}
