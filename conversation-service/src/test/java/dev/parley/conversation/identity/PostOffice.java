package dev.parley.conversation.identity;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real mail server, which keeps what it gets. One for all tests. */
final class PostOffice implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Pattern TOKEN = Pattern.compile("#token=(pmt_[A-Za-z0-9_-]{43})");
    private static final GreenMail SERVER = started();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "SMTP_URL=smtp://parley:a%20password@127.0.0.1:"
                                + SERVER.getSmtp().getPort(),
                        "MAIL_FROM=Parley <parley@example.com>",
                        "PUBLIC_URL=https://parley.example.com/")
                .applyTo(context);
    }

    private static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("parley@example.com", "parley", "a password");
        server.getUserManager().setAuthRequired(true);
        server.start();
        return server;
    }

    /** What has come for an address, oldest first. */
    static List<MimeMessage> mailsTo(String email) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> isTo(mail, email))
                .toList();
    }

    /** What a link in it says. */
    static String tokenIn(MimeMessage mail) {
        Matcher found = TOKEN.matcher(text(mail));
        if (!found.find()) {
            throw new AssertionError("no link in " + text(mail));
        }
        return found.group(1);
    }

    static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) {
        try {
            return String.valueOf(
                    ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent());
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String email) {
        try {
            return mail.getAllRecipients()[0].toString().equals(email);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
