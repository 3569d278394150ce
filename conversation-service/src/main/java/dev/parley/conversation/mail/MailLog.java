package dev.parley.conversation.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in for a mail server while developing: whoever reads the log follows the links. */
final class MailLog implements Mailer {
    /** The one place where secrets are written to a log, so it has a name by which to find it, or to turn it off. */
    private static final Logger LOG = LoggerFactory.getLogger("dev.parley.mail");

    @Override
    public boolean isConfigured() {
        return true;
    }

    /** Without the address: no log names people. */
    @Override
    public void send(Mail mail) {
        LOG.info("Without SMTP_URL this mail is only written here: {}\n{}", mail.subject(), mail.text());
    }
}
