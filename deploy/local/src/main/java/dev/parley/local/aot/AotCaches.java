package dev.parley.local.aot;

import dev.parley.local.plan.JvmCommand;
import dev.parley.local.plan.Teaching;
import java.nio.file.Path;
import java.util.List;

/** Gives each JVM the cache of its build, where there is one that fits. */
public final class AotCaches implements Teaching {

    private volatile boolean missed;

    @Override
    public List<String> command(String name, JvmCommand jvm, Path build) {
        if (!jvm.canBeTaught()) {
            return jvm.untaught();
        }
        AotCache cache = AotCache.of(build, jvm.options());
        if (!cache.exists()) {
            missed = true;
            return jvm.untaught();
        }
        return jvm.with(cache.use());
    }

    /** Whether a JVM could have used a cache that nobody has made. */
    public boolean missed() {
        return missed;
    }
}
