package dev.parley.location.lookup;

import dev.parley.contracts.location.LocationResult;
import dev.parley.platform.work.WorkItem;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Decides on results, each once, by whoever holds the item. */
@Component
class DecidedResults {
    private final LookupResults results;
    private final TransactionOperations transactions;
    private final LookupSettings settings;

    DecidedResults(LookupResults results, TransactionOperations transactions, LookupSettings settings) {
        this.results = results;
        this.transactions = transactions;
        this.settings = settings;
    }

    Optional<LocationResult> find(UUID request) {
        return results.find(request);
    }

    /** The result that counts from now on: an earlier one if there is one. */
    LocationResult decide(WorkItem item, LocationResult result) {
        LocationResult decided = transactions.execute(transaction -> {
            item.fence().requireInTransaction();
            results.add(item.id(), result);
            return results.find(item.id()).orElse(result);
        });
        return Objects.requireNonNullElse(decided, result);
    }

    @Scheduled(fixedDelayString = "${parley.location.lookup.sweep}")
    void sweep() {
        results.deleteOlderThan(settings.keepResults());
    }
}
