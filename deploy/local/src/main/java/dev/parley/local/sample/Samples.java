package dev.parley.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the sample conversations in. What is there already is left alone, so it may be run again. */
public final class Samples {

    public static final String SESSION = "demo-session-000001";

    private final List<Sample> samples;
    private final Consumer<String> said;

    Samples(List<Sample> samples, Consumer<String> said) {
        this.samples = samples;
        this.said = said;
    }

    public static Samples bundled(Consumer<String> said) throws IOException {
        try (InputStream file = Objects.requireNonNull(Samples.class.getResourceAsStream("samples.json"))) {
            return new Samples(List.of(new JsonMapper().readValue(file, Sample[].class)), said);
        }
    }

    public void putInto(String gatewayUrl) throws IOException {
        try (HttpClient client = ChatApi.client()) {
            ChatApi api = new ChatApi(client, gatewayUrl, SESSION);
            Map<String, String> present = present(api);
            for (Sample sample : samples) {
                put(sample, api, present.getOrDefault(sample.opening(), ""));
            }
        }
    }

    /** Conversations by their first question. Keys are kept for a day only; this holds for ever. */
    private static Map<String, String> present(ChatApi api) throws IOException {
        Map<String, String> byOpening = new HashMap<>();
        for (String conversation : api.conversations()) {
            List<String> questions = api.questions(conversation);
            if (!questions.isEmpty()) {
                byOpening.put(questions.getFirst(), conversation);
            }
        }
        return byOpening;
    }

    private void put(Sample sample, ChatApi api, String conversation) throws IOException {
        int asked = conversation.isEmpty() ? 0 : api.questions(conversation).size();
        String id = conversation;
        for (int i = asked; i < sample.messages().size(); i++) {
            id = api.send(sample.messages().get(i), id, sample.idempotencyKey(i))
                    .path("conversation_id")
                    .asString();
        }
        String done = asked >= sample.messages().size() ? "there already" : "added";
        said.accept("  %-13s  %s".formatted(done, sample.opening()));
    }
}
