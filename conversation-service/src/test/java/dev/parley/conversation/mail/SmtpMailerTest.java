package dev.parley.conversation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpMailerTest {
    private static final String LOGIN = "parley";
    private static final String PASSWORD = "a password for mails";
    private static final UUID ID = UUID.fromString("01a1f8f0-0000-7000-8000-000000000001");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "0.0.0.0", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    SmtpMailerTest() {
        server.setUser("parley@example.com", LOGIN, PASSWORD);
        server.getUserManager().setAuthRequired(true);
        server.start();
    }

    @AfterEach
    void the_server_leaves() {
        server.stop();
    }

    @Test
    void a_mail_arrives_in_text_and_in_html_after_a_log_in() throws Exception {
        mailer("127.0.0.1", PASSWORD).send(mail("ada@example.com"));

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Größe & Güte");
        assertThat(arrived.getFrom()).containsExactly(new InternetAddress("Parley <parley@example.com>"));
        assertThat(arrived.getMessageID()).isEqualTo("<" + ID + "@example.com>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getContentType()).startsWith("multipart/alternative");
        MimeMultipart forms = (MimeMultipart) arrived.getContent();
        assertThat(forms.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(forms.getBodyPart(0).getContent()).isEqualTo("Hello, Größe");
        assertThat(forms.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(forms.getBodyPart(1).getContent()).isEqualTo("<p>Hello, Größe</p>");
    }

    @Test
    void a_line_break_in_a_subject_makes_no_header() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mail(ID, "ada@example.com", "Hello\r\nBcc: eve@example.com", "text", "html"));
    }

    @Test
    void an_address_that_is_none_is_given_up() {
        assertThatExceptionOfType(PermanentFailure.class)
                .isThrownBy(() -> mailer("127.0.0.1", PASSWORD).send(mail("ada@example.com\r\nDATA")));
    }

    @Test
    void a_server_that_lets_us_not_in_is_asked_again_later() {
        assertThatExceptionOfType(RetryLater.class)
                .isThrownBy(() -> mailer("127.0.0.1", "wrong").send(mail("ada@example.com")));
    }

    @Test
    void a_server_that_is_away_is_asked_again_later() {
        SmtpMailer mailer = mailer("127.0.0.1", PASSWORD);
        server.stop();

        assertThatExceptionOfType(RetryLater.class).isThrownBy(() -> mailer.send(mail("ada@example.com")));
    }

    /** Another address of this machine stands for one in the network. */
    @Test
    void a_server_that_does_not_encrypt_gets_no_password() {
        assertThatThrownBy(() -> mailer("127.0.0.2", PASSWORD).send(mail("ada@example.com")))
                .hasStackTraceContaining("STARTTLS is required");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_nobody_vouches_for_gets_no_password() {
        SmtpServer stranger =
                new SmtpServer(true, "127.0.0.1", server.getSmtps().getPort(), LOGIN, PASSWORD);

        assertThatThrownBy(() -> mailer(stranger).send(mail("ada@example.com"))).hasStackTraceContaining("PKIX");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private SmtpMailer mailer(String host, String password) {
        return mailer(new SmtpServer(false, host, server.getSmtp().getPort(), LOGIN, password));
    }

    private static SmtpMailer mailer(SmtpServer server) {
        return new SmtpMailer(
                server,
                new MailSettings("", "Parley <parley@example.com>", "").sender(),
                Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC));
    }

    private static Mail mail(String to) {
        return new Mail(ID, to, "Größe & Güte", "Hello, Größe", "<p>Hello, Größe</p>");
    }
}
