package dev.parley.system.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the stacks. They live as long as the whole run: the root store closes what it holds. */
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
        return parameter.isAnnotated(Traced.class) ? stacks.traced() : stacks.main();
    }
}
