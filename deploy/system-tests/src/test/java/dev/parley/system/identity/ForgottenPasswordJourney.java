package dev.parley.system.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A stack without a mail server writes its mails to the log, where this reads the link. */
@Journey
@OwnStackOnly
class ForgottenPasswordJourney {
    private static final Pattern LINK = Pattern.compile("/account/reset#token=(pmt_[A-Za-z0-9_-]{43})");
    private static final String NEW_PASSWORD = "four walruses repair bicycles";

    private final LocalStack stack;
    private final Visitor anybody;

    ForgottenPasswordJourney(LocalStack stack) {
        this.stack = stack;
        this.anybody = stack.visitor().nameless();
    }

    @Test
    void whoever_has_forgotten_the_password_chooses_another_by_mail() {
        Person ada = Person.register(anybody);
        int before = tokens().size();

        assertThat(post("/api/v1/auth/password/forgot", Map.of("email", ada.email()))
                        .status())
                .isEqualTo(202);
        String token = await().atMost(Duration.ofSeconds(20))
                .until(this::tokens, tokens -> tokens.size() > before)
                .getLast();
        Reply reset = post("/api/v1/auth/password/reset", Map.of("token", token, "password", NEW_PASSWORD));

        assertThat(reset.status()).as(reset.toString()).isEqualTo(204);
        assertThat(logIn(ada, Person.PASSWORD).status()).isEqualTo(401);
        assertThat(logIn(ada, NEW_PASSWORD).status()).isEqualTo(200);
    }

    private Reply logIn(Person whom, String password) {
        return post("/api/v1/auth/login", Map.of("email", whom.email(), "password", password));
    }

    private Reply post(String path, Map<String, String> body) {
        return anybody.post(path, Json.write(body));
    }

    private List<String> tokens() {
        return stack.logs().stream()
                .filter(log -> log.getFileName().toString().startsWith("conversation-service"))
                .flatMap(log -> LINK.matcher(read(log)).results().map(found -> found.group(1)))
                .toList();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
