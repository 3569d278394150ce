package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedders;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.RecurringWork;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks every ten minutes for documents that are searched by another model than they are to be, and has them embedded anew. */
@Component
@AcrossTenants("a model is everybody's")
class OutdatedVectors implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(OutdatedVectors.class);
    private static final WorkKind KIND = new WorkKind("outdated-vectors", Duration.ofMinutes(5), 3, 1);
    private static final int MOST = 1_000;

    @Configuration(proxyBeanMethods = false)
    static class Often {
        @Bean
        RecurringWork outdatedVectorsOften() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "15 */10 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Reindex reindex;
    private final Embedders embedders;
    private final Inbox inbox;

    OutdatedVectors(Reindex reindex, Embedders embedders, Inbox inbox) {
        this.reindex = reindex;
        this.embedders = embedders;
        this.inbox = inbox;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) {
        item.fence().require();
        look();
    }

    void look() {
        try (TenantScope _ = TenantScope.everyone()) {
            inbox.put(reindex.outdated(embedders.preferred().model(), MOST).stream()
                    .map(Reembedding::of)
                    .toList());
        }
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Nobody has looked for documents of an old model this time: {}", failure);
    }
}
