package dev.parley.platform.web;

import dev.parley.platform.problem.ErrorForm;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** What the errors of a call look like: a problem, or what OpenAI's clients read. */
record ErrorSchema(String name, String mediaType) {
    static final String OPENAI = "OpenAiError";

    /** By the path that the controller says for all of its calls. */
    static ErrorSchema of(HandlerMethod handler) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class);
        ErrorForm form = ErrorForm.at(mapping == null || mapping.path().length == 0 ? null : mapping.path()[0]);
        return new ErrorSchema(form == ErrorForm.OPENAI ? OPENAI : ProblemSchema.NAME, form.mediaType());
    }

    Content content() {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + name);
        return new Content().addMediaType(mediaType, new MediaType().schema(reference));
    }

    static Schema<?> openAi() {
        Schema<?> error = new ObjectSchema()
                .addProperty("message", text("what happened this time"))
                .addProperty("type", text("such as invalid_request_error"))
                .addProperty("param", text("the field at fault"))
                .addProperty("code", text("as of a problem"))
                .addProperty("trace_id", text("by which the operator finds the request"));
        error.setRequired(List.of("message", "type", "code"));
        Schema<?> body = new ObjectSchema()
                .description("An error, in the shape that OpenAI's clients read.")
                .addProperty("error", error);
        body.setRequired(List.of("error"));
        return body;
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }
}
