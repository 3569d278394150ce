package dev.parley.platform.redis;

/** Gives tests of other packages what is ours. */
public final class RedisAutoConfigurations {
    private RedisAutoConfigurations() {}

    public static Class<?> redis() {
        return RedisAutoConfiguration.class;
    }
}
