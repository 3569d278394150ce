package dev.parley.gateway.docs;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ErrorForm;
import dev.parley.platform.problem.Problem;
import dev.parley.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives an example to each body of a document that has none: of an error the problem with its status, of all else what its
 * schema describes, with the field values of {@code docs/examples.yaml}. That of a request can be sent as it is: it names
 * nothing that would have to be there.
 */
@Component
final class Examples {
    private final JsonMapper json;
    private final Map<String, JsonNode> known = new HashMap<>();

    Examples(JsonMapper json) {
        this.json = json;
        YamlDocument.read(new ClassPathResource("docs/examples.yaml"), json).forEachEntry(known::put);
    }

    void addTo(ObjectNode document) {
        document.path("paths")
                .forEachEntry((path, item) -> item.forEach(operation -> {
                    addTo(document, operation.path("requestBody"), false);
                    operation
                            .path("responses")
                            .forEachEntry(
                                    (status, response) -> addTo(document, path, status, resolved(document, response)));
                }));
    }

    private void addTo(ObjectNode document, String path, String status, JsonNode response) {
        if (isError(status)) {
            JsonNode problem = problem(path, status);
            response.path("content").forEachEntry((type, content) -> {
                if (content instanceof ObjectNode body
                        && isBare(body)
                        && ErrorForm.at(path).mediaType().equals(type)) {
                    body.set("example", problem);
                }
            });
        }
        addTo(document, response, true);
    }

    /** What is no JSON is described, and not shown. */
    private void addTo(ObjectNode document, JsonNode message, boolean whole) {
        resolved(document, message).path("content").forEachEntry((type, content) -> {
            if (content instanceof ObjectNode body && isBare(body) && type.matches("application/(.+\\+)?json")) {
                new Example(document, known, whole)
                        .of(body.path("schema"))
                        .ifPresent(value -> body.set("example", value));
            }
        });
    }

    private JsonNode problem(String path, String status) {
        ProblemCode code = Arrays.stream(ProblemCode.values())
                .filter(one -> Integer.toString(one.status()).equals(status))
                .findFirst()
                .orElse(ProblemCode.INTERNAL_ERROR);
        ProblemException problem = new ProblemException(code, code.title() + ".");
        return json.valueToTree(ErrorForm.at(path).body(Problem.of(problem, path)));
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5") || status.equals("default");
    }

    private static boolean isBare(JsonNode body) {
        return !body.has("example") && !body.has("examples");
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
