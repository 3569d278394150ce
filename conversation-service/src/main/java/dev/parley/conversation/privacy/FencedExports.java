package dev.parley.conversation.privacy;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.WorkItem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes exports as long as who makes them still has the work: each call is a short transaction of its own. */
@Component
@AcrossTenants("the work of an export names nobody, so that nothing of them is left in the queue")
class FencedExports {
    private final Exports exports;
    private final TransactionOperations transactions;

    FencedExports(Exports exports, TransactionOperations transactions) {
        this.exports = exports;
        this.transactions = transactions;
    }

    Optional<Export> begin(WorkItem item) {
        Optional<Export> begun = fenced(item, () -> exports.begin(item.id()));
        return begun == null ? Optional.empty() : begun;
    }

    void addChunk(WorkItem item, int position, byte[] bytes) {
        run(item, () -> exports.addChunk(item.id(), position, bytes));
    }

    void finish(WorkItem item, long size) {
        run(item, () -> exports.finish(item.id(), size));
    }

    void fail(WorkItem item, String error) {
        run(item, () -> exports.fail(item.id(), error));
    }

    private void run(WorkItem item, Runnable change) {
        var _ = fenced(item, () -> {
            change.run();
            return true;
        });
    }

    private <T> @Nullable T fenced(WorkItem item, Supplier<T> change) {
        try (TenantScope _ = TenantScope.everyone()) {
            return transactions.execute(_ -> {
                item.fence().requireInTransaction();
                return change.get();
            });
        }
    }
}
