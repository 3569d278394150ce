package dev.parley.platform.security;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody without credentials reach a controller of ours, unless that says it is {@link Open}. */
final class Protection implements HandlerInterceptor {
    private static final String OURS = "dev.parley.";

    private final Callers callers;

    Protection(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && isOurs(method.getBeanType())) {
            check(request, method);
        }
        return true;
    }

    private static boolean isOurs(Class<?> controller) {
        return controller.getName().startsWith(OURS) && !ErrorController.class.isAssignableFrom(controller);
    }

    private void check(HttpServletRequest request, HandlerMethod method) {
        RequiresRole required = requiredRole(method);
        if (required != null) {
            requireRole(callers.userOf(request), required.value());
        } else if (!isOpen(method)) {
            callers.of(request);
        }
    }

    private static void requireRole(Caller.User user, Role role) {
        if (!user.roles().contains(role)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Only administrators may do this.");
        }
    }

    static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Open.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class);
    }

    static @Nullable RequiresRole requiredRole(HandlerMethod method) {
        RequiresRole own = method.getMethodAnnotation(RequiresRole.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresRole.class);
    }
}
