package dev.parley.conversation.identity;

import dev.parley.platform.security.Access;
import dev.parley.platform.security.BearerToken;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Callers;
import dev.parley.platform.security.EvenErased;
import dev.parley.platform.security.ForeignUser;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks at the account of everybody who calls with another issuer's token. Our own tokens need that not: who is locked gets no
 * new one, but we do not give those.
 */
@Component
class ForeignCallers implements HandlerInterceptor {
    private static final String OURS = "dev.parley.";

    private final Callers callers;
    private final FirstSight firstSight;

    ForeignCallers(Callers callers, FirstSight firstSight) {
        this.callers = callers;
        this.firstSight = firstSight;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && hasToken(request)
                && Access.to(method) != Access.OPEN) {
            look(callers.userOf(request), method.hasMethodAnnotation(EvenErased.class));
        }
        return true;
    }

    private static boolean hasToken(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && BearerToken.isIn(authorization);
    }

    private void look(Caller.User user, boolean evenErased) {
        ForeignUser foreign = user.token().foreign();
        if (foreign != null && !(evenErased && firstSight.wasErased(user.id()))) {
            firstSight.admit(user.token(), foreign);
        }
    }
}
