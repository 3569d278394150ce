package dev.parley.platform.problem;

import dev.parley.contracts.problem.ProblemCode;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What Bean Validation found, of a body or of parameters. */
final class InvalidFields {
    private InvalidFields() {}

    static ProblemException of(Errors body) {
        return problem(fieldsOf(body));
    }

    static ProblemException of(HandlerMethodValidationException failure) {
        return problem(failure.getParameterValidationResults().stream().flatMap(InvalidFields::fieldsOf));
    }

    private static Stream<FieldError> fieldsOf(ParameterValidationResult result) {
        if (result instanceof ParameterErrors nested) {
            return fieldsOf((Errors) nested);
        }
        String name = nameOf(result.getMethodParameter());
        return result.getResolvableErrors().stream()
                .map(error ->
                        new FieldError(name, ConstraintWords.of(result.unwrap(error, ConstraintViolation.class))));
    }

    private static Stream<FieldError> fieldsOf(Errors errors) {
        return errors.getAllErrors().stream().map(error -> new FieldError(nameOf(error), message(error)));
    }

    private static ProblemException problem(Stream<FieldError> unsorted) {
        List<FieldError> fields = unsorted.sorted(
                        Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        String detail = fields.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
        ProblemException problem = new ProblemException(ProblemCode.VALIDATION_FAILED, detail);
        fields.forEach(error -> problem.withField(error.field(), error.message()));
        return problem;
    }

    private static String nameOf(ObjectError error) {
        return error instanceof org.springframework.validation.FieldError field
                ? SnakeCase.of(field.getField())
                : SnakeCase.of(error.getObjectName());
    }

    private static String nameOf(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null && !annotation.name().isEmpty()) {
            return annotation.name();
        }
        return SnakeCase.of(String.valueOf(parameter.getParameterName()));
    }

    private static String message(ObjectError error) {
        return error.contains(ConstraintViolation.class)
                ? ConstraintWords.of(error.unwrap(ConstraintViolation.class))
                : String.valueOf(error.getDefaultMessage());
    }
}
