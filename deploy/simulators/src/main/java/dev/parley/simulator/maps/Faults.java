package dev.parley.simulator.maps;

import dev.parley.simulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The ordered faults: each is used up before the next of the same calls begins. Thread-safe. */
final class Faults {
    private final List<Ordered> ordered = new ArrayList<>();

    synchronized void add(Service service, Predicate<Request> when, Fault fault) {
        ordered.add(new Ordered(service, when, fault));
    }

    synchronized void clear() {
        ordered.clear();
    }

    synchronized Optional<Fault> next(Service service, Request request) {
        Optional<Ordered> found = ordered.stream()
                .filter(each -> each.service == service && each.left > 0 && each.when.test(request))
                .findFirst();
        found.ifPresent(each -> each.left--);
        return found.map(each -> each.fault);
    }

    private static final class Ordered {
        private final Service service;
        private final Predicate<Request> when;
        private final Fault fault;
        private int left;

        Ordered(Service service, Predicate<Request> when, Fault fault) {
            this.service = service;
            this.when = when;
            this.fault = fault;
            this.left = fault.times();
        }
    }
}
