package dev.parley.conversation.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.mail.Mail;
import dev.parley.conversation.mail.Mailer;
import dev.parley.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MailCheckTest {
    private record Fixed(boolean isConfigured) implements Mailer {
        @Override
        public void send(Mail mail) {}
    }

    @Test
    void calls_that_need_mails_say_so_where_none_are_sent() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> MailCheck.require(new Fixed(false)))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_NOT_CONFIGURED);
                    assertThat(problem.code().status()).isEqualTo(503);
                });
        assertThatCode(() -> MailCheck.require(new Fixed(true))).doesNotThrowAnyException();
    }
}
