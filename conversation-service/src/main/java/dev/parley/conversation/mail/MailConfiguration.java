package dev.parley.conversation.mail;

import dev.parley.platform.settings.Stage;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Whom mails go to: a server where one is set, else the log, and in production nobody. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    @Bean
    Mailer mailer(MailSettings settings, Environment environment, Clock clock) {
        SmtpServer server = settings.server();
        if (server != null) {
            return new SmtpMailer(server, settings.sender(), clock);
        }
        return Stage.of(environment) == Stage.PRODUCTION ? new NoMailer() : new MailLog();
    }

    @Bean
    MailTemplates mailTemplates(MailSettings settings, Environment environment) {
        return new MailTemplates(settings.linksBegin(Stage.of(environment)));
    }
}
