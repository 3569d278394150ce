package dev.parley.platform.cache;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.cache.Cache;
import org.springframework.cache.interceptor.CacheOperationInvocationContext;
import org.springframework.cache.interceptor.CacheResolver;
import org.springframework.core.annotation.AnnotatedElementUtils;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The caches of methods that are {@link Cached}. */
final class CachedMethods implements CacheResolver {
    private final Caches caches;
    private final Map<Method, Cache> known = new ConcurrentHashMap<>();
    private final Map<String, Method> named = new ConcurrentHashMap<>();

    CachedMethods(Caches caches) {
        this.caches = caches;
    }

    @Override
    public Collection<? extends Cache> resolveCaches(CacheOperationInvocationContext<?> context) {
        return List.of(known.computeIfAbsent(context.getMethod(), this::open));
    }

    private Cache open(Method method) {
        Cached cached = AnnotatedElementUtils.findMergedAnnotation(method, Cached.class);
        if (cached == null) {
            throw new IllegalStateException(method + " has to say with @Cached for how long its results are good");
        }
        if (!method.equals(named.computeIfAbsent(cached.name(), _ -> method))) {
            throw new IllegalStateException(method + " needs a name of its own: another method has " + cached.name());
        }
        return new MethodCache(cached.name(), caches.open(spec(cached, method)));
    }

    /** A result is kept within an optional, so that null is one. */
    private CacheSpec<Optional<Object>> spec(Cached cached, Method method) {
        JsonMapper json = JsonMapper.shared();
        JavaType result = json.constructType(method.getGenericReturnType());
        JavaType type = json.getTypeFactory().constructReferenceType(Optional.class, result);
        Duration timeToLive = cached.timeToLive().isEmpty()
                ? caches.usualTimeToLive()
                : DurationStyle.detectAndParse(cached.timeToLive());
        CacheSpec<Optional<Object>> spec = new CacheSpec<>(
                cached.name(),
                cached.version(),
                type,
                Life.constant(timeToLive),
                DurationStyle.detectAndParse(cached.staleFor()),
                cached.owned(),
                cached.secret(),
                _ -> cached.priceUsd());
        return cached.nothingFor().isEmpty()
                ? spec
                : spec.nothingFor(DurationStyle.detectAndParse(cached.nothingFor()), CachedMethods::isNothing);
    }

    private static boolean isNothing(Optional<Object> result) {
        return switch (result.orElse(null)) {
            case null -> true;
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> collection -> collection.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
