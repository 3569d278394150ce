package dev.parley.testing.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The calls that controllers of ours take. */
final class Controllers {
    private static final String OURS = "dev.parley.";

    private Controllers() {}

    static Set<Call> calls(ApplicationContext service) {
        Set<Call> calls = new TreeSet<>();
        service
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapping -> isOurs(mapping.getValue()))
                .map(Map.Entry::getKey)
                .forEach(mapping -> add(mapping, calls));
        return calls;
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS);
    }

    /** What names no method takes each; it is asked for as what it mostly is, a read. */
    private static void add(RequestMappingInfo mapping, Set<Call> calls) {
        for (String path : mapping.getPatternValues()) {
            // Documents have the names of variables only.
            String plain = path.replaceAll("\\{\\*?(\\w+)(:[^}]*)?}", "{$1}");
            mapping.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> calls.add(new Call(method.asHttpMethod(), plain)));
            if (mapping.getMethodsCondition().isEmpty()) {
                calls.add(new Call(HttpMethod.GET, plain));
            }
        }
    }
}
