package dev.parley.agent.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does at each try what the test says, on a thread of its own; then, and where it says nothing, it stays silent. */
final class ScriptedProvider implements Streaming {
    private final Deque<Consumer<StreamListener>> scripts = new ArrayDeque<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    final Queue<StreamListener> listeners = new ConcurrentLinkedQueue<>();
    final Queue<ModelRequest> requests = new ConcurrentLinkedQueue<>();

    @SafeVarargs
    @SuppressWarnings("varargs")
    ScriptedProvider(Consumer<StreamListener>... scripts) {
        Collections.addAll(this.scripts, scripts);
    }

    @Override
    public synchronized ModelCall open(ModelRequest request, StreamListener listener) {
        requests.add(request);
        listeners.add(listener);
        Consumer<StreamListener> script = scripts.poll();
        if (script != null) {
            Thread.startVirtualThread(() -> script.accept(listener));
        }
        return cancelled::incrementAndGet;
    }

    int tries() {
        return listeners.size();
    }

    int cancelled() {
        return cancelled.get();
    }
}
