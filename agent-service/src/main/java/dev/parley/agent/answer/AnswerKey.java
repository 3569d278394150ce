package dev.parley.agent.answer;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelRequest;
import dev.parley.platform.messaging.WireJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/** What an answer is an answer to: two that are equal in all of this would be, were it not for chance. */
final class AnswerKey {
    private static final ObjectWriter JSON =
            WireJson.mapper().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** Messages of different kinds may say the same. */
    private record Told(String kind, ModelMessage message) {
        static Told of(ModelMessage message) {
            return new Told(message.getClass().getSimpleName(), message);
        }
    }

    private AnswerKey() {}

    /** @param temperature where the request names none */
    static byte[] of(String promptVersion, String model, double temperature, ModelRequest request) {
        List<Told> messages = request.messages().stream().map(Told::of).toList();
        return sha256(JSON.writeValueAsBytes(Arrays.asList(
                promptVersion,
                model,
                request.temperature() == null ? temperature : request.temperature(),
                messages,
                request.tools(),
                request.requiredTool(),
                request.toolRequired(),
                request.limits())));
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
