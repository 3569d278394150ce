package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.mail.Mailer;
import dev.parley.platform.problem.ProblemException;

/** For calls that are of no use when no mails are sent. */
final class MailCheck {
    private MailCheck() {}

    /** @throws ProblemException 503 without a mail server */
    static void require(Mailer mailer) {
        if (!mailer.isConfigured()) {
            throw new ProblemException(ProblemCode.PROVIDER_NOT_CONFIGURED, "This installation sends no mails.");
        }
    }
}
