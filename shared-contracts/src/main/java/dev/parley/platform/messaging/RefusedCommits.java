package dev.parley.platform.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerPostProcessor;

/**
 * A reader that was silent for too long has lost its partitions to others, and its commit is refused. Nothing is wrong then:
 * who has them now begins behind the last commit, and what comes twice has no second effect.
 */
final class RefusedCommits implements ConsumerPostProcessor<Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedCommits.class);

    @Override
    @SuppressWarnings("unchecked") // The proxy hands everything to the consumer it is made for.
    public Consumer<Object, Object> apply(Consumer<Object, Object> consumer) {
        return (Consumer<Object, Object>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                (proxy, method, arguments) -> call(consumer, method, arguments));
    }

    private static @Nullable Object call(
            Consumer<Object, Object> consumer, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CommitFailedException refused) {
                LOG.info("A reader had lost its partitions before it committed: {}", refused.getMessage());
                return null;
            }
            throw e.getCause();
        }
    }
}
