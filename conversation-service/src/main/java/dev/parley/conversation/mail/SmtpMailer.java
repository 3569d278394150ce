package dev.parley.conversation.mail;

import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mails to an SMTP server. */
final class SmtpMailer implements Mailer {
    private static final String CHARSET = StandardCharsets.UTF_8.name();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final InternetAddress from;
    private final Clock clock;

    SmtpMailer(SmtpServer server, InternetAddress from, Clock clock) {
        this.from = from;
        this.clock = clock;
        sender.setProtocol(server.tls() ? "smtps" : "smtp");
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setUsername(server.user());
        sender.setPassword(server.password());
        sender.setDefaultEncoding(CHARSET);
        sender.setJavaMailProperties(properties("mail." + sender.getProtocol() + ".", server));
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public void send(Mail mail) {
        try {
            sender.send(message(mail));
        } catch (MailSendException e) {
            if (isRefusedForGood(e)) {
                throw new PermanentFailure("address_refused", "the mail server does not take mails to this address");
            }
            throw later(e);
        } catch (MailException e) {
            throw later(e);
        } catch (MessagingException namesTheAddress) {
            throw new PermanentFailure("no_mail", "it cannot be written as a mail");
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), CHARSET);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
        // No holiday notice answers it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart forms = new MimeMultipart("alternative");
        forms.addBodyPart(part(mail.text(), "plain"));
        forms.addBodyPart(part(mail.html(), "html"));
        message.setContent(forms);
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, subtype);
        return part;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    private static RetryLater later(MailException why) {
        return new RetryLater("the mail server takes no mails at the moment", PAUSE, why);
    }

    /** What a server refuses for now only it does not call invalid. */
    private static boolean isRefusedForGood(MailSendException e) {
        return Arrays.stream(e.getMessageExceptions())
                .anyMatch(failure -> failure instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }

    private static Properties properties(String prefix, SmtpServer server) {
        Properties properties = new Properties();
        String patience = String.valueOf(PATIENCE.toMillis());
        properties.setProperty(prefix + "connectiontimeout", patience);
        properties.setProperty(prefix + "timeout", patience);
        properties.setProperty(prefix + "writetimeout", patience);
        properties.setProperty(prefix + "auth", String.valueOf(server.user() != null));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(server.requiresTls()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
