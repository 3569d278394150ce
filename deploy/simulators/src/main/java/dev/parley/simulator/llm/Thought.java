package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model thinks before it says something, as Anthropic tells it: readable and signed, or withheld. Who sends it back
 * has to send it as it came.
 */
record Thought(String text, boolean withheld) {
    private static final String SEAL = "withheld:";

    /** Whether a block is no thought, or one of ours. */
    static boolean isGenuine(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "thinking" -> {
                var thought = new Thought(block.path("thinking").asString(""), false);
                yield block.path("signature").asString("").equals(thought.signature());
            }
            case "redacted_thinking" -> isSealed(block.path("data").asString(""));
            default -> true;
        };
    }

    private static boolean isSealed(String data) {
        try {
            return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8).startsWith(SEAL);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    ObjectNode block() {
        return withheld
                ? Json.object().put("type", "redacted_thinking").put("data", data())
                : Json.object().put("type", "thinking").put("thinking", text).put("signature", signature());
    }

    String data() {
        return encoded((SEAL + text).getBytes(StandardCharsets.UTF_8));
    }

    String signature() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
