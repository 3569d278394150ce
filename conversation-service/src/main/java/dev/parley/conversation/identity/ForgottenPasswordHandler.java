package dev.parley.conversation.identity;

import dev.parley.platform.work.Failure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers those who have forgotten their passwords, behind their backs. */
@Component
class ForgottenPasswordHandler implements WorkHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenPasswordHandler.class);
    private static final int FAILURES = 10;
    private static final int AT_ONCE = 4;

    private final ForgottenPasswords requests;
    private final ForgottenPasswordAnswer answer;

    ForgottenPasswordHandler(ForgottenPasswords requests, ForgottenPasswordAnswer answer) {
        this.requests = requests;
        this.answer = answer;
    }

    @Override
    public WorkKind kind() {
        return new WorkKind(ForgottenPasswords.KIND, Duration.ofMinutes(30), FAILURES, AT_ONCE);
    }

    @Override
    public void run(WorkItem item) {
        answer.give(item, requests.open(item));
    }

    /** It has been answered. */
    @Override
    public void resend(WorkItem item) {}

    @Override
    public void giveUp(WorkItem item, Failure failure) {
        LOG.warn("Nobody was answered who has forgotten a password: {}", failure.code());
    }
}
