package dev.parley.testing.backing;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.context.ConfigurableApplicationContext;

/** The end of the JVM, in order: first the contexts, then what they use. Clients wait long for a broker that went before them. */
final class AtExit {

    private static final Set<ConfigurableApplicationContext> CONTEXTS =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    private AtExit() {}

    static void closeFirst(ConfigurableApplicationContext context) {
        CONTEXTS.add(context);
    }

    static void run(String name, Runnable action) {
        Runnable inOrder = () -> {
            closeContexts();
            action.run();
        };
        Runtime.getRuntime().addShutdownHook(new Thread(inOrder, name));
    }

    /** Spring's own hook closes them at the same time; the later of the two waits for the other. */
    private static void closeContexts() {
        Set.copyOf(CONTEXTS).forEach(ConfigurableApplicationContext::close);
    }
}
