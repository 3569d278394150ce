package dev.parley.agent.file;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.RecurringChore;
import dev.parley.platform.work.WorkItem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deletes files that were stored for nothing: a replica died before anything referred to them, or after nothing did any more. */
@Component
@AcrossTenants("whose a forgotten file was does not matter")
class UnusedFiles extends RecurringChore {
    private static final Duration LONGER_THAN_ANY_UPLOAD = Duration.ofMinutes(30);
    private static final int BATCH = 100;

    private final Files files;

    UnusedFiles(Files files) {
        super("unused-files", "0 */15 * * * *", Duration.ofMinutes(10));
        this.files = files;
    }

    @Override
    public void run(WorkItem item) throws IOException {
        try (TenantScope _ = TenantScope.everyone()) {
            delete(item, LONGER_THAN_ANY_UPLOAD);
        }
    }

    /** To delete twice is to delete once, so what another replica does meanwhile does no harm. */
    void delete(WorkItem item, Duration age) throws IOException {
        List<UUID> batch;
        do {
            batch = files.unused(age, BATCH);
            for (UUID id : batch) {
                item.fence().require();
                files.delete(id);
            }
        } while (batch.size() == BATCH);
    }
}
