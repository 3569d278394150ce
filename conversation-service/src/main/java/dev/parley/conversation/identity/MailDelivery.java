package dev.parley.conversation.identity;

import dev.parley.conversation.mail.MailTemplates;
import dev.parley.conversation.mail.Mailer;
import dev.parley.platform.work.Failure;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.WorkHandler;
import dev.parley.platform.work.WorkItem;
import dev.parley.platform.work.WorkKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the mails that wait. A worker that dies behind the server's answer has the mail sent again: with the same id and the
 * same token, so that it is still one mail.
 */
@Component
class MailDelivery implements WorkHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int FAILURES = 20;
    private static final int AT_ONCE = 4;

    private final Outbound outbound;
    private final MailTemplates templates;
    private final Mailer mailer;
    private final Clock clock;

    MailDelivery(Outbound outbound, MailTemplates templates, Mailer mailer, Clock clock) {
        this.outbound = outbound;
        this.templates = templates;
        this.mailer = mailer;
        this.clock = clock;
    }

    @Override
    public WorkKind kind() {
        return new WorkKind(Outbound.KIND, Duration.ofHours(24), FAILURES, AT_ONCE);
    }

    @Override
    public void run(WorkItem item) {
        Instant until = item.expiresAt();
        if (until != null && !until.isAfter(clock.instant())) {
            throw new PermanentFailure(Failure.EXPIRED, "its token is of no use any more");
        }
        Letter letter = outbound.open(item);
        EmailPurpose purpose = letter.purpose();
        item.fence().require();
        mailer.send(templates.write(
                item.id(), letter.to(), purpose.subject(), purpose.template(), purpose.path(letter.token())));
    }

    /** It has been sent. */
    @Override
    public void resend(WorkItem item) {}

    /** Without the address: no log names people. */
    @Override
    public void giveUp(WorkItem item, Failure failure) {
        LOG.warn("Mail {} cannot be sent: {}", item.id(), failure.code());
    }
}
