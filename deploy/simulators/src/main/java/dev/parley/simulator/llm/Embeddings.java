package dev.parley.simulator.llm;

import dev.parley.simulator.http.Json;
import dev.parley.simulator.http.Response;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Vectors of length 1 that depend on nothing but the words: texts that share words are near each other. */
final class Embeddings {
    private static final int USUAL_DIMENSIONS = 1536;
    private static final Map<String, Integer> DIMENSIONS =
            Map.of("text-embedding-3-large", 3072, "nomic-embed-text", 768, "mxbai-embed-large", 1024);
    private static final int MOST_INPUTS = 2048;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Embeddings() {}

    static Response of(JsonNode request) {
        List<String> inputs = inputs(request.path("input"));
        String model = request.path("model").asString("");
        if (model.isEmpty()) {
            throw new BadRequest(ApiError.missing("model"));
        }
        int dimensions = request.path("dimensions").asInt(DIMENSIONS.getOrDefault(model, USUAL_DIMENSIONS));
        boolean packed = request.path("encoding_format").asString("float").equals("base64");

        ObjectNode body = Json.object().put("object", "list");
        ArrayNode data = body.putArray("data");
        for (String input : inputs) {
            ObjectNode item = Json.object().put("object", "embedding").put("index", data.size());
            float[] vector = vector(input, dimensions);
            data.add(packed ? item.put("embedding", base64(vector)) : item.set("embedding", array(vector)));
        }
        int tokens = inputs.stream().mapToInt(Tokens::estimate).sum();
        body.put("model", model);
        body.putObject("usage").put("prompt_tokens", tokens).put("total_tokens", tokens);
        return Response.json(200, body);
    }

    /** A text, several texts, or, as JSON, token ids. */
    private static List<String> inputs(JsonNode input) {
        if (input.isString() && !input.stringValue().isEmpty()) {
            return List.of(input.stringValue());
        }
        if (input.isEmpty()) {
            throw new BadRequest(ApiError.missing("input"));
        }
        if (input.path(0).isNumber()) {
            return List.of(input.toString());
        }
        List<String> inputs = new ArrayList<>();
        input.forEach(each -> inputs.add(each.isString() ? each.stringValue() : each.toString()));
        if (inputs.size() > MOST_INPUTS || inputs.contains("")) {
            throw new BadRequest(ApiError.badRequest("'$.input' is invalid. Please check the API reference:"
                    + " https://platform.openai.com/docs/api-reference."));
        }
        return inputs;
    }

    private static float[] vector(String text, int dimensions) {
        float[] vector = new float[dimensions];
        add(vector, "", 0.01f);
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
            add(vector, word, word.isEmpty() ? 0.01f : 1);
        }
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static void add(float[] vector, String word, float weight) {
        SplittableRandom random = new SplittableRandom(word.hashCode());
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) random.nextDouble(-weight, weight);
        }
    }

    private static ArrayNode array(float[] vector) {
        ArrayNode array = Json.array();
        for (float value : vector) {
            array.add(value);
        }
        return array;
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : vector) {
            bytes.putFloat(value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
