package dev.parley.platform.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Words for a property that cannot be bound, by the name of the variable that it was set with. */
final class WrongProperty {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    private static final Pattern UNSET = Pattern.compile("\\$\\{[A-Z][A-Z0-9_]*}");

    private WrongProperty() {}

    static Optional<String> of(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        Throwable cause = failure.getCause();
        if (isUnset(property)) {
            return Optional.of(nameOf(failure, property) + " must be set");
        }
        if (cause instanceof ConversionFailedException wrong) {
            BadSetting setting = shown(type)
                    ? BadSetting.value(nameOf(failure, property), String.valueOf(wrong.getValue()), accepted(type))
                    : BadSetting.hidden(nameOf(failure, property), accepted(type));
            return Optional.of(String.valueOf(setting.getMessage()));
        }
        return cause instanceof ConverterNotFoundException
                ? Optional.of(nameOf(failure, property) + " is not accepted: give " + accepted(type))
                : Optional.empty();
    }

    static String of(BindValidationException failure) {
        ValidationErrors errors = failure.getValidationErrors();
        return errors.getAllErrors().stream()
                .map(error -> variableOf(errors, error) + " " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String variableOf(ValidationErrors errors, ObjectError error) {
        if (!(error instanceof FieldError field)) {
            return errors.getName().toString();
        }
        ConfigurationPropertyName name =
                errors.getName().append(ConfigurationPropertyName.adapt(dashed(field.getField()), '.'));
        return errors.getBoundProperties().stream()
                .filter(property -> property.getName().equals(name))
                .findFirst()
                .map(WrongProperty::variable)
                .orElse(name.toString());
    }

    /** A placeholder without a default, that nothing was found for, is bound as it is written. */
    private static boolean isUnset(@Nullable ConfigurationProperty property) {
        return property != null
                && UNSET.matcher(String.valueOf(property.getValue())).matches();
    }

    private static String nameOf(BindException failure, @Nullable ConfigurationProperty property) {
        return property == null ? failure.getName().toString() : variable(property);
    }

    private static String variable(ConfigurationProperty property) {
        Origin origin = property.getOrigin();
        if (origin instanceof SystemEnvironmentOrigin environment) {
            return environment.getProperty();
        }
        Matcher placeholder = VARIABLE.matcher(String.valueOf(property.getValue()));
        return placeholder.find() ? placeholder.group(1) : property.getName().toString();
    }

    private static String dashed(String field) {
        return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** Texts and addresses may hold a password; numbers, switches and choices do not. */
    private static boolean shown(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || type == Boolean.class
                || Number.class.isAssignableFrom(type)
                || type.getPackageName().equals("java.time");
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "Duration" -> "a duration such as 500ms, 10s or 5m";
            case "DataSize" -> "a size such as 512KB or 1MB";
            case "InetAddress" -> "an IP address";
            case "URI", "URL" -> "a URL such as http://host:port";
            default -> "a value that can be read as " + type.getSimpleName();
        };
    }
}
