package dev.parley.conversation.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.messaging.UnreadableEvent;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.work.WorkList;
import dev.parley.platform.work.WorkStatus;
import dev.parley.platform.work.WorkView;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What another service has: asked over HTTP, of the first of its replicas that answers. */
final class RemoteWork implements WorkSource {
    private static final String PATH = "/internal/v1/work";
    private static final String SERVER_ERROR = "answers with an error";

    private final String service;
    private final List<URI> replicas;
    private final Duration patience;
    private final HttpClient http;

    RemoteWork(String service, List<URI> replicas, Duration patience, HttpClient http) {
        this.service = service;
        this.replicas = replicas;
        this.patience = patience;
        this.http = http;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public List<WorkView> list(WorkStatus.@Nullable State state, @Nullable UUID before, int limit, String token) {
        String query = "?limit=" + limit
                + (state == null ? "" : "&state=" + state.name().toLowerCase(Locale.ROOT))
                + (before == null ? "" : "&before=" + before);
        return ask("GET", PATH + query, token, WorkList.class).items();
    }

    @Override
    public WorkView replay(UUID id, String token) {
        return ask("POST", PATH + "/" + id + "/replay", token, WorkView.class);
    }

    @Override
    public WorkView cancel(UUID id, String reason, String token) {
        String query = "?reason=" + URLEncoder.encode(reason, UTF_8);
        return ask("POST", PATH + "/" + id + "/cancel" + query, token, WorkView.class);
    }

    private <T> T ask(String method, String target, String token, Class<T> type) {
        return read(answerOf(method, target, token), type);
    }

    /** A change that was asked for and not answered is asked for again elsewhere: it can be made only once. */
    private HttpResponse<byte[]> answerOf(String method, String target, String token) {
        IOException last = null;
        for (URI replica : replicas) {
            HttpRequest request = HttpRequest.newBuilder(at(replica, target))
                    .timeout(patience)
                    .header("Authorization", "Bearer " + token)
                    .method(method, BodyPublishers.noBody())
                    .build();
            try {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServiceAway(service + " was not waited for", e);
            }
        }
        throw new ServiceAway(service + " does not answer", last);
    }

    private static URI at(URI replica, String target) {
        return URI.create(replica.toString().replaceFirst("/$", "") + target);
    }

    private <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return switch (answer.statusCode()) {
                case 200, 202 -> WireJson.read(answer.body(), type);
                case 404, 409 -> throw refusal(WireJson.read(answer.body(), JsonNode.class));
                default -> throw new ServiceAway(service + " answers " + answer.statusCode(), null);
            };
        } catch (UnreadableEvent e) {
            throw new ServiceAway(service + " " + SERVER_ERROR, e);
        }
    }

    private ProblemException refusal(JsonNode problem) {
        String name = problem.path("code").asString("");
        ProblemCode code = Stream.of(ProblemCode.values())
                .filter(known -> known.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServiceAway(service + " " + SERVER_ERROR, null));
        return new ProblemException(code, problem.path("detail").asString(""));
    }
}
