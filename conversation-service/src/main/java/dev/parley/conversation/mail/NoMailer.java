package dev.parley.conversation.mail;

import dev.parley.platform.work.PermanentFailure;

/** Production without a mail server: nobody gets mails, and nothing of them is written anywhere. */
final class NoMailer implements Mailer {
    @Override
    public boolean isConfigured() {
        return false;
    }

    @Override
    public void send(Mail mail) {
        throw new PermanentFailure("no_mail_server", "SMTP_URL is not set");
    }
}
