package dev.parley.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller of lists its {@link Limit} and its {@link Cursor}. */
final class ListArguments implements HandlerMethodArgumentResolver {
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Limit.class || parameter.getParameterType() == Cursor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return parameter.getParameterType() == Limit.class
                ? Limit.parse(request.getParameter(LIMIT))
                : cursor(request.getParameter(CURSOR));
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Cursor.parse(text);
    }
}
