package dev.parley.agent.answer;

import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Failure;
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

/** Forgets every ten minutes the answers that are not good any more: some at a time. */
@Component
@AcrossTenants("time passes for everybody")
class OldAnswers implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(OldAnswers.class);
    private static final WorkKind KIND = new WorkKind("old-answers", Duration.ofMinutes(5), 3, 1);
    private static final int BATCH = 500;

    @Configuration(proxyBeanMethods = false)
    static class Often {
        @Bean
        RecurringWork oldAnswersOften() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "40 */10 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final KeptAnswers answers;

    OldAnswers(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) {
        try (TenantScope _ = TenantScope.everyone()) {
            int forgotten;
            do {
                item.fence().require();
                forgotten = answers.forgetExpired(BATCH);
            } while (forgotten == BATCH);
        }
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("Old answers were not forgotten this time: {}", failure);
    }
}
