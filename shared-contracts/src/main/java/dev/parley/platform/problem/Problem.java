package dev.parley.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The problem object of RFC 9457, as it is answered.
 *
 * @param instance the path that was asked for, without its query
 * @param errors empty when no single field is at fault
 * @param members what a problem of this kind has besides
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        @JsonProperty("trace_id") @Nullable String traceId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** With the id of the current trace. */
    public static Problem of(ProblemException problem, @Nullable String instance) {
        SpanContext trace = Span.current().getSpanContext();
        return new Problem(
                "urn:parley:problem:" + problem.code().code(),
                problem.code().title(),
                problem.code().status(),
                problem.detail(),
                instance,
                problem.code().code(),
                trace.isValid() ? trace.getTraceId() : null,
                problem.errors(),
                problem.members());
    }
}
