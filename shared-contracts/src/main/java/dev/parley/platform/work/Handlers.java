package dev.parley.platform.work;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The handlers of this process, by kind, and the work that they have again and again. */
final class Handlers {

    private final Map<String, WorkHandler> byKind = new LinkedHashMap<>();
    private final List<RecurringWork> recurring;

    Handlers(Collection<WorkHandler> handlers) {
        this(handlers, List.of());
    }

    Handlers(Collection<WorkHandler> handlers, List<RecurringWork> recurring) {
        this.recurring =
                Stream.concat(recurring.stream(), timesOfChores(handlers)).toList();
        for (WorkHandler handler : handlers) {
            if (byKind.put(handler.kind().name(), handler) != null) {
                throw new IllegalStateException(
                        "two handlers for work of kind " + handler.kind().name());
            }
        }
    }

    private static Stream<RecurringWork> timesOfChores(Collection<WorkHandler> handlers) {
        return handlers.stream()
                .filter(RecurringChore.class::isInstance)
                .map(RecurringChore.class::cast)
                .map(RecurringChore::times);
    }

    List<WorkKind> kinds() {
        return byKind.values().stream().map(WorkHandler::kind).toList();
    }

    List<RecurringWork> recurring() {
        return recurring;
    }

    WorkHandler of(String kind) {
        WorkHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("claimed work of kind %s, for which there is no handler".formatted(kind));
        }
        return handler;
    }
}
