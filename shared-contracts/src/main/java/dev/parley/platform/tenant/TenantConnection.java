package dev.parley.platform.tenant;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells the connection the thread's tenants before it makes a statement: no query can forget to. */
final class TenantConnection implements InvocationHandler {
    private final Connection connection;
    private final ToldTenants told;

    private TenantConnection(Connection connection, ToldTenants told) {
        this.connection = connection;
        this.told = told;
    }

    static Connection of(Connection connection, ToldTenants told) {
        return (Connection) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new TenantConnection(connection, told));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "createStatement", "prepareStatement", "prepareCall" -> {
                told.tell(connection, TenantScope.current());
                yield call(method, arguments);
            }
            case "commit", "setAutoCommit" -> {
                Object result = call(method, arguments);
                told.committed();
                yield result;
            }
            // A connection that is given back in the middle of a transaction is rolled back by its pool.
            case "rollback", "close", "abort" -> {
                told.mayBeUndone();
                yield call(method, arguments);
            }
            case "equals" -> arguments != null && isSame(proxy, arguments[0]);
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(method, arguments);
        };
    }

    @SuppressWarnings("ReferenceEquality") // what a proxy is equal to is itself
    private static boolean isSame(Object proxy, @Nullable Object other) {
        return proxy == other;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure ? failure : e.getTargetException();
        }
    }
}
