package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.Positions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices a log that ends before places that were read before: another one has replaced it, and is read from its beginning. */
final class ReplacedLog {
    private static final Logger log = LoggerFactory.getLogger(ReplacedLog.class);

    private final Progress progress;
    private final AppliedPositions positions;

    ReplacedLog(Progress progress, AppliedPositions positions) {
        this.progress = progress;
        this.positions = positions;
    }

    CompletableFuture<Positions> check(Supplier<CompletableFuture<Positions>> askForEnds) {
        Positions before = progress.known();
        return askForEnds.get().thenApply(ends -> {
            Positions lost = beyond(before, ends);
            if (!lost.next().isEmpty()) {
                progress.forget(lost);
                Thread.ofVirtual().name("replaced-log").start(() -> forget(lost));
            }
            return ends;
        });
    }

    private static Positions beyond(Positions before, Positions ends) {
        return new Positions(before.next().entrySet().stream()
                .filter(place -> place.getValue() > ends.next().getOrDefault(place.getKey(), Long.MAX_VALUE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Fails with the database; then it is noticed again as soon as somebody has read the places. */
    private void forget(Positions lost) {
        log.warn("The log ends before places that were stored: it was replaced, or has lost records: {}", lost);
        try {
            positions.forget(lost);
        } catch (RuntimeException e) {
            log.warn("The places of the old log could not be forgotten", e);
        }
    }
}
