package dev.parley.conversation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
    @Test
    void an_address_says_how_one_gets_in() {
        assertThat(SmtpServer.of("smtp://ada%40example.com:p%3Ass+1@mail.example.com"))
                .isEqualTo(new SmtpServer(false, "mail.example.com", 587, "ada@example.com", "p:ss+1"));
        assertThat(SmtpServer.of("smtps://mail.example.com"))
                .isEqualTo(new SmtpServer(true, "mail.example.com", 465, null, null));
        assertThat(SmtpServer.of("smtp://localhost:2525/").port()).isEqualTo(2525);
    }

    @Test
    void a_password_travels_encrypted_or_not_at_all() {
        assertThat(SmtpServer.of("smtp://ada:secret@mail.example.com").requiresTls())
                .isTrue();
        assertThat(SmtpServer.of("smtp://ada:secret@localhost").requiresTls()).isFalse();
        assertThat(SmtpServer.of("smtp://mail.example.com").requiresTls()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "http://mail.example.com",
                "smtp://",
                "smtp://ada@mail.example.com",
                "smtp://:secret@mail.example.com",
                "smtp://mail.example.com/inbox",
                "smtp://mail.example.com?tls=no",
                "smtp://a b:secret@mail.example.com"
            })
    void what_is_no_address_of_a_mail_server_is_refused_without_being_shown(String url) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> SmtpServer.of(url))
                .withMessageStartingWith("SMTP_URL is not accepted")
                .withMessageNotContaining("secret@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "parley", "Parley <parley@example.com>\r\nBcc: eve@example.com", "a@b.c, d@e.f"})
    void mails_come_from_one_address(String from) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new MailSettings("", from, "").sender())
                .withMessageStartingWith("MAIL_FROM=");
    }

    @Test
    void links_begin_where_people_reach_us() {
        assertThat(new MailSettings("", "", "https://parley.example.com/").linksBegin(Stage.PRODUCTION))
                .isEqualTo("https://parley.example.com");
        assertThat(new MailSettings("", "", "").linksBegin(Stage.DEVELOPMENT)).isEqualTo("http://127.0.0.1:8000");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new MailSettings("smtp://localhost", "", "").linksBegin(Stage.PRODUCTION))
                .withMessageStartingWith("PUBLIC_URL is not accepted");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new MailSettings("", "", "javascript:alert(1)").linksBegin(Stage.DEVELOPMENT));
    }
}
