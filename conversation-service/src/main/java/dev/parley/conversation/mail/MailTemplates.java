package dev.parley.conversation.mail;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/** Mails as they stand in resource files, each in text and in HTML. Thread-safe. */
public final class MailTemplates {
    private final Mustache.Compiler text = Mustache.compiler().escapeHTML(false);
    private final Mustache.Compiler html = Mustache.compiler().escapeHTML(true);
    private final String linksBegin;

    MailTemplates(String linksBegin) {
        this.linksBegin = linksBegin;
    }

    /**
     * A mail that asks its reader to follow a link.
     *
     * @param template the name of its files in {@code resources/mail}
     * @param path of the link, with all that follows
     */
    public Mail write(UUID id, String to, String subject, String template, String path) {
        Map<String, String> values = Map.of("subject", subject, "link", linksBegin + path);
        return new Mail(
                id,
                to,
                subject,
                text.compile(read(template + ".txt")).execute(values),
                html.compile(read(template + ".html")).execute(values));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("mail/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException("there is no mail template " + file, missing);
        }
    }
}
