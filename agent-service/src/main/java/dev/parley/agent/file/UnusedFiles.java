package dev.parley.agent.file;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.RecurringWork;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Deletes files that were stored for nothing: a replica died before anything referred to them, or after nothing did any more. */
@Component
@AcrossTenants("whose a forgotten file was does not matter")
class UnusedFiles implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(UnusedFiles.class);
    private static final WorkKind KIND = new WorkKind("unused-files", Duration.ofMinutes(10), 3, 1);
    private static final Duration LONGER_THAN_ANY_UPLOAD = Duration.ofMinutes(30);
    private static final int BATCH = 100;

    @Configuration(proxyBeanMethods = false)
    static class Often {
        @Bean
        RecurringWork unusedFilesOften() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "0 */15 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Files files;

    UnusedFiles(Files files) {
        this.files = files;
    }

    @Override
    public WorkKind kind() {
        return KIND;
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

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Files that nothing refers to were not deleted this time: {}", failure);
    }
}
