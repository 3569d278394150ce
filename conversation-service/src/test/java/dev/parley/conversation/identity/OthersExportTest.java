package dev.parley.conversation.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.conversation.identity.People.Answer;
import dev.parley.testing.backing.BackingServices;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Other services hand over what they keep of somebody who takes all data along. */
@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "parley.conversation.stream.enabled=false"})
class OthersExportTest {
    private static final String EXPORT = "/api/v1/users/me/export";
    private static final String END = "{}\n";
    private static final Queue<String> TOKENS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> ANSWERS = new ConcurrentLinkedQueue<>();
    private static final HttpServer AGENT = agent();

    private final People people;

    OthersExportTest(@LocalServerPort int port) {
        this.people = new People(port);
    }

    @DynamicPropertySource
    static void others(DynamicPropertyRegistry registry) {
        String services = "parley.conversation.takeout.services.";
        registry.add(services + "chat-service", () -> "");
        registry.add(
                services + "agent-service",
                () -> "http://127.0.0.1:1,http://127.0.0.1:"
                        + AGENT.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        AGENT.stop(0);
    }

    @Test
    void what_they_keep_is_in_it_as_they_say() throws ParseException {
        ANSWERS.add("""
                {"file":"spending.jsonl","line":{"month":"2026-11-01","cost_usd":0.5}}
                {"file":"documents/1.txt","bytes":"SGVs"}
                {"file":"documents/1.txt","bytes":"bG8="}
                """ + END);
        Answer ada = people.register(People.newEmail());

        Map<String, String> files = export(ada);

        assertThat(files.get("spending.jsonl"))
                .isEqualToIgnoringWhitespace("{\"month\":\"2026-11-01\",\"cost_usd\":0.5}");
        assertThat(files.get("documents/1.txt")).isEqualTo("Hello");
        assertThat(files).containsKeys("account.json", "README.txt");
        var claims = SignedJWT.parse(TOKENS.poll()).getJWTClaimsSet();
        assertThat(claims.getSubject())
                .isEqualTo(ada.body().path("user").path("id").asString());
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("user"));
    }

    @Test
    void what_breaks_off_is_asked_for_again() {
        ANSWERS.add("{\"file\":\"jobs.jsonl\",\"line\":{\"id\":1}}\n");
        ANSWERS.add(
                "{\"file\":\"jobs.jsonl\",\"line\":{\"id\":1}}\n{\"file\":\"jobs.jsonl\",\"line\":{\"id\":2}}\n" + END);

        Map<String, String> files = export(people.register(People.newEmail()));

        assertThat(files.get("jobs.jsonl")).isEqualTo("{\"id\":1}\n{\"id\":2}\n");
        TOKENS.clear();
    }

    private Map<String, String> export(Answer registered) {
        String token = registered.text("access_token");
        Answer made = await().atMost(Duration.ofSeconds(40))
                .until(() -> people.get(EXPORT, token), answer -> answer.status() == 200);
        assertThat(made.text("status")).isEqualTo("succeeded");
        return files(people.file(made.text("download_url"), token));
    }

    private static Map<String, String> files(byte[] archive) {
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static HttpServer agent() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/v1/personal-data", OthersExportTest::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        TOKENS.add(authorization.substring("Bearer ".length()));
        String next = ANSWERS.poll();
        byte[] body = (next == null ? END : next).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
