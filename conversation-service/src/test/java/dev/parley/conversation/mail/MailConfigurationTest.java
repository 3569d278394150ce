package dev.parley.conversation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.work.PermanentFailure;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class MailConfigurationTest {
    private static final MailSettings NO_SERVER = new MailSettings("", "Parley <parley@localhost>", "");

    private final Mail mail = new MailTemplates("https://parley.example.com")
            .write(UUID.randomUUID(), "ada@example.com", "Hello", "reset-password", "/account/reset#token=pmt_1");

    @Test
    void while_developing_mails_are_written_to_the_log_and_name_nobody(CapturedOutput log) {
        Mailer mailer = mailer(NO_SERVER, "development");

        mailer.send(mail);

        assertThat(mailer.isConfigured()).isTrue();
        assertThat(log.getOut())
                .contains("dev.parley.mail", "https://parley.example.com/account/reset#token=pmt_1")
                .doesNotContain("ada@example.com");
    }

    @Test
    void in_production_nothing_of_them_is_written_anywhere(CapturedOutput log) {
        Mailer mailer = mailer(NO_SERVER, "production");

        assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> mailer.send(mail));

        assertThat(mailer.isConfigured()).isFalse();
        assertThat(log.getAll()).doesNotContain("pmt_1");
    }

    @Test
    void a_server_is_used_wherever_there_is_one() {
        assertThat(mailer(new MailSettings("smtp://localhost", "parley@example.com", ""), "development"))
                .isInstanceOf(SmtpMailer.class);
    }

    @Test
    void what_a_template_is_given_becomes_text_and_never_markup() {
        Mail written = new MailTemplates("https://parley.example.com")
                .write(UUID.randomUUID(), "ada@example.com", "<b>", "verify-email", "/\"><script>");

        assertThat(written.html()).doesNotContain("<script>", "<b>").contains("&lt;script&gt;");
        assertThat(written.text()).contains("/\"><script>");
    }

    private static Mailer mailer(MailSettings settings, String stage) {
        return new MailConfiguration()
                .mailer(settings, new MockEnvironment().withProperty("ENVIRONMENT", stage), Clock.systemUTC());
    }
}
