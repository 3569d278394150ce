package dev.parley.system.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the stacks. The root store closes what it holds at the end of the whole run. */
final class StackParameters implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StackParameters.class);

    static Stacks stacks(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stacks.class, _ -> new Stacks(), Stacks.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.equals(Stack.class) || type.equals(LocalStack.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stacks stacks = stacks(context);
        if (parameter.isAnnotated(Traced.class)) {
            return stacks.of(Kind.TRACED);
        }
        return parameter.isAnnotated(Replicated.class) ? stacks.of(Kind.REPLICATED) : stacks.main();
    }
}
