package dev.parley.conversation.mail;

import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;

/** Sends mails. Thread-safe. */
public interface Mailer {
    /** Whether mails get anywhere. */
    boolean isConfigured();

    /**
     * Sends a mail, or hands it to a server that will. Waits for that.
     *
     * @throws RetryLater when it cannot be had at the moment
     * @throws PermanentFailure when nobody gets mails at this address
     */
    void send(Mail mail);
}
