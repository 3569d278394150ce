package dev.parley.agent.person;

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

/** Looks again every five minutes whether something is left of those who have gone within the last half hour. */
@Component
class SecondLook implements WorkHandler {
    private static final Logger log = LoggerFactory.getLogger(SecondLook.class);
    private static final WorkKind KIND = new WorkKind("erased-people", Duration.ofMinutes(4), 3, 1);
    private static final Duration LOOKS_BACK = Duration.ofMinutes(30);

    @Configuration(proxyBeanMethods = false)
    static class Often {
        @Bean
        RecurringWork erasedPeopleOften() {
            String name = KIND.name();
            return new RecurringWork(name, name, name, name, "30 */5 * * * *", ZoneOffset.UTC, new byte[0]);
        }
    }

    private final Farewell farewell;

    SecondLook(Farewell farewell) {
        this.farewell = farewell;
    }

    @Override
    public WorkKind kind() {
        return KIND;
    }

    @Override
    public void run(WorkItem item) {
        item.fence().require();
        farewell.lookAgain(LOOKS_BACK);
    }

    @Override
    public void resend(WorkItem item) {
        log.debug("nobody waits for {}", item.id());
    }

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        log.warn("What is left of people who are gone was not looked for this time: {}", failure);
    }
}
