package dev.parley.platform.web;

import dev.parley.platform.idempotency.IdempotencyKey;
import dev.parley.platform.security.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes what the platform's own controller parameters mean for clients, and that errors are problems. */
final class ApiOperation implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        addSecurity(operation, handler);
        if (takes(handler, Limit.class)) {
            operation.addParametersItem(limit());
        }
        if (takes(handler, Cursor.class)) {
            operation.addParametersItem(cursor());
        }
        if (takes(handler, IdempotencyKey.class)) {
            operation.addParametersItem(idempotencyKey());
        }
        addProblems(operation, Access.to(handler), ErrorSchema.of(handler));
        return operation;
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static void addSecurity(Operation operation, HandlerMethod handler) {
        Access access = Access.to(handler);
        if (access != Access.OPEN) {
            operation.addSecurityItem(new SecurityRequirement().addList(ApiDocument.BEARER));
        }
        if (access == Access.CALLER) {
            addSessions(operation);
        }
    }

    private static void addSessions(Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(ApiDocument.SESSION_HEADER));
        operation.addSecurityItem(new SecurityRequirement().addList(ApiDocument.SESSION_QUERY));
    }

    private static void addProblems(Operation operation, Access access, ErrorSchema error) {
        ApiResponses responses = operation.getResponses();
        if (responses == null) {
            responses = new ApiResponses();
            operation.setResponses(responses);
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            addIfAbsent(responses, error, "401", "No credentials, or not valid ones");
        }
        if (access == Access.ADMIN) {
            addIfAbsent(responses, error, "403", "Only administrators may do this");
        }
        addIfAbsent(responses, error, "default", "Any error");
        responses.forEach((status, response) -> tellProblem(status, response, error));
    }

    /** What a controller documents without a body has, to springdoc, the one of a success. */
    private static void tellProblem(String status, ApiResponse response, ErrorSchema error) {
        if (status.startsWith("4") || status.startsWith("5")) {
            response.setContent(error.content());
        }
    }

    private static void addIfAbsent(ApiResponses responses, ErrorSchema error, String status, String description) {
        if (!responses.containsKey(status)) {
            responses.addApiResponse(
                    status, new ApiResponse().description(description).content(error.content()));
        }
    }

    private static Parameter limit() {
        var schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.valueOf(Limit.MIN));
        schema.setMaximum(BigDecimal.valueOf(Limit.MAX));
        schema.setDefault(Limit.DEFAULT.value());
        return new Parameter()
                .in("query")
                .name(ListArguments.LIMIT)
                .description("How many items at the most")
                .schema(schema);
    }

    private static Parameter cursor() {
        return new Parameter()
                .in("query")
                .name(ListArguments.CURSOR)
                .description("The next_cursor of the page before")
                .schema(new StringSchema());
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name(IdempotencyKey.HEADER)
                .description("Repeating a request with the same key and body gets the first answer again, for 24 hours")
                .schema(new StringSchema().minLength(1).maxLength(255));
    }
}
