package dev.parley.platform.security;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Whom a controller's method is for. */
public enum Access {
    /** Everybody. */
    OPEN,
    /** Visitors with a session id, and who is signed in. */
    CALLER,
    /** Only who is signed in. */
    USER,
    /** Only administrators. */
    ADMIN;

    /** What its annotations and parameters say; nothing said means that credentials are wanted. */
    public static Access to(HandlerMethod method) {
        RequiresRole required = find(method, RequiresRole.class);
        if (required != null && required.value() == Role.ADMIN) {
            return ADMIN;
        }
        if (required != null || takes(method, Caller.User.class)) {
            return USER;
        }
        return takes(method, Caller.class) || find(method, Open.class) == null ? CALLER : OPEN;
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
        A own = method.getMethodAnnotation(type);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
