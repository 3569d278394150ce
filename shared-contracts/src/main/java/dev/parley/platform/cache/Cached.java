package dev.parley.platform.cache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.core.annotation.AliasFor;

/**
 * What a bean's method returns is kept, and the method called only for what is not there: {@code @Cached(name = "geocode", key =
 * "{#query, #limit}", timeToLive = "1h")}. The result has to be something that JSON can hold; null may be kept too. Neither the
 * class nor the method may be final, and a bean's calls of its own methods do not come by here.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Cacheable(sync = true)
public @interface Cached {
    /** Of the cache: each method has one of its own. */
    @AliasFor(annotation = Cacheable.class, attribute = "cacheNames")
    String name();

    /** In Spring's expression language: equal for questions that have the same answer. */
    @AliasFor(annotation = Cacheable.class, attribute = "key")
    String key();

    /** The next number when the result gets another shape or meaning. */
    int version() default 1;

    /** Such as {@code 30s}, {@code 1h}; else {@code CACHE_TTL}. */
    String timeToLive() default "";

    /** How much longer a result is returned while a new one is asked for in the background. */
    String staleFor() default "0s";

    /** How long null, an empty optional and an empty collection are good for; else as long as anything. */
    String nothingFor() default "";

    /** Whether it is the answer to the thread's tenant, and to nobody else. */
    boolean owned() default false;

    /** Whether it is sealed wherever it is stored. */
    boolean secret() default false;

    /** What a call costs, in US dollars: for telling what was saved. */
    double priceUsd() default 0;
}
