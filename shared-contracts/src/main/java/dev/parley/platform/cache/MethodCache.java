package dev.parley.platform.cache;

import dev.parley.platform.messaging.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;

/** A method's cache as Spring wants it, which only ever asks for a result with the way to get it. */
final class MethodCache implements Cache {
    private final String name;
    private final SharedCache<Optional<Object>> cache;

    /** What a method threw, on its way through the cache. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Thrown(Exception cause) {
            super(cause);
        }
    }

    MethodCache(String name, SharedCache<Optional<Object>> cache) {
        this.name = name;
        this.cache = cache;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Object getNativeCache() {
        return cache;
    }

    @Override
    @SuppressWarnings("unchecked") // what JSON was read as is what the method returns
    public <T> @Nullable T get(Object key, Callable<T> method) {
        try {
            return (T) cache.get(question(key), () -> Optional.ofNullable(call(method)))
                    .value()
                    .orElse(null);
        } catch (Thrown e) {
            throw new ValueRetrievalException(key, method, e.getCause());
        }
    }

    private static String question(Object key) {
        return key instanceof String text ? text : new String(WireJson.write(key), StandardCharsets.UTF_8);
    }

    private static @Nullable Object call(Callable<?> method) {
        try {
            return method.call();
        } catch (Exception e) {
            throw new Thrown(e);
        }
    }

    @Override
    public @Nullable ValueWrapper get(Object key) {
        throw notSaid();
    }

    @Override
    public <T> @Nullable T get(Object key, @Nullable Class<T> type) {
        throw notSaid();
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        throw notSaid();
    }

    @Override
    public void evict(Object key) {
        throw notSaid();
    }

    @Override
    public void clear() {
        throw notSaid();
    }

    private UnsupportedOperationException notSaid() {
        return new UnsupportedOperationException("Of the cache " + name + " nothing is said but @Cached");
    }
}
