package dev.parley.platform.security;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Lets nobody without credentials reach a controller of ours, unless that says it is {@link Open}. */
final class Protection implements AsyncHandlerInterceptor {
    private static final String OURS = "dev.parley.";

    private final Callers callers;

    Protection(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        TenantScope.leave();
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && isOurs(method.getBeanType())) {
            check(request, method);
        }
        return true;
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        TenantScope.leave();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        TenantScope.leave();
    }

    private static boolean isOurs(Class<?> controller) {
        return controller.getName().startsWith(OURS) && !ErrorController.class.isAssignableFrom(controller);
    }

    private void check(HttpServletRequest request, HandlerMethod method) {
        if (method.hasMethodAnnotation(EvenErased.class)) {
            request.setAttribute(Callers.EVEN_ERASED_ATTRIBUTE, true);
        }
        switch (Access.to(method)) {
            case OPEN -> {}
            case CALLER -> callers.of(request);
            case USER -> callers.userOf(request);
            case ADMIN -> requireAdmin(callers.userOf(request));
        }
    }

    private static void requireAdmin(Caller.User user) {
        if (!user.roles().contains(Role.ADMIN)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Only administrators may do this.");
        }
    }
}
