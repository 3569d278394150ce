package dev.parley.chat.openai;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says what their API has and this one has not. */
final class Unsupported {
    private Unsupported() {}

    /** 400 for one field. */
    static ProblemException value(String field, String message) {
        return new ProblemException(ProblemCode.UNSUPPORTED_VALUE, field + " " + message).withField(field, message);
    }

    /** 404 for a model, as their API says it. */
    static ProblemException noModel(String name) {
        return new ProblemException(
                        ProblemCode.MODEL_NOT_FOUND,
                        "The model `" + name + "` does not exist or you do not have access to it.")
                .withField("model", "must be one of GET /v1/models");
    }

    static void requireAbsent(@Nullable JsonNode value, String field, String instead) {
        require(value == null || value.isNull(), field, "must be absent" + instead);
    }

    static void require(boolean supported, String field, String message) {
        if (!supported) {
            throw value(field, message);
        }
    }
}
