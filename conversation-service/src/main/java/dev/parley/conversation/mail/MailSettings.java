package dev.parley.conversation.mail;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are sent. Each is empty where it is not set.
 *
 * @param smtpUrl of the mail server, with what it asks for to let one in
 * @param from whom mails come from, such as {@code Parley <parley@example.com>}
 * @param publicUrl where people reach this installation: what links begin with
 */
@ConfigurationProperties("parley.conversation.mail")
record MailSettings(String smtpUrl, String from, String publicUrl) {
    private static final String LOCAL_GATEWAY = "http://127.0.0.1:8000";
    private static final Set<String> WEB = Set.of("http", "https");

    /** None where mails are not sent. @throws BadSetting when it is no address of a mail server */
    @Nullable
    SmtpServer server() {
        return smtpUrl.isBlank() ? null : SmtpServer.of(smtpUrl.strip());
    }

    /** @throws BadSetting when it is no address that mails may come from */
    InternetAddress sender() {
        try {
            InternetAddress address = new InternetAddress(from, true);
            if (address.getAddress().contains("@") && from.chars().noneMatch(Character::isISOControl)) {
                return address;
            }
        } catch (AddressException notAnAddress) {
            // As one without a domain, or with more than an address.
        }
        throw BadSetting.value("MAIL_FROM", from, "whom mails come from, such as Parley <parley@example.com>");
    }

    /** Without a slash at its end. @throws BadSetting when links cannot begin with it */
    String linksBegin(Stage stage) {
        if (publicUrl.isBlank()) {
            if (stage == Stage.PRODUCTION && server() != null) {
                throw BadSetting.hidden("PUBLIC_URL", "the address at which people reach Parley: mails link to it");
            }
            return LOCAL_GATEWAY;
        }
        boolean tellsSecrets = stage == Stage.PRODUCTION && publicUrl.strip().startsWith("http:");
        if (tellsSecrets || !isWeb(publicUrl.strip())) {
            throw BadSetting.value("PUBLIC_URL", publicUrl, "an address such as https://parley.example.com");
        }
        return publicUrl.strip().replaceFirst("/+$", "");
    }

    @Override
    public String toString() {
        return "MailSettings";
    }

    private static boolean isWeb(String url) {
        try {
            URI parsed = new URI(url);
            return parsed.getHost() != null
                    && WEB.contains(parsed.getScheme())
                    && parsed.getRawQuery() == null
                    && parsed.getRawFragment() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
